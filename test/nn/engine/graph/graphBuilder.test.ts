import { describe, expect, it } from "vitest";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";

const vector = { shape: [2], type: "float32" } as const;

describe("GraphBuilder", () => {
  it("makes one node of the same operator on the same operands", () => {
    const g = new GraphBuilder();
    const x = g.input("x", vector);
    expect(g.input("x", vector)).toBe(x);
    expect(g.node("Neg", [x], x)).toBe(g.node("Neg", [x], x));
    expect(g.node("Neg", [x], x)).not.toBe(g.node("Abs", [x], x));
    expect(g.node("Elu", [x], x, { alpha: { float: 1 } })).not.toBe(g.node("Elu", [x], x, { alpha: { float: Infinity } }));
    expect(g.node("Add", [x, undefined], x)).not.toBe(g.node("Add", [undefined, x], x));
    expect(g.producer(g.node("Neg", [x], x))?.op).toBe("Neg");
    expect(g.producer(x)).toBeUndefined();
  });

  it("makes one constant of equal small ones, and tells 0 from −0 and types from each other", () => {
    const g = new GraphBuilder();
    expect(g.scalar(0.5)).toBe(g.scalar(0.5));
    expect(g.scalar(0)).not.toBe(g.scalar(-0));
    expect(g.scalar(1)).not.toBe(g.scalar(1, "int32"));
    expect(g.ints([1, 2]).data).toEqual(BigInt64Array.of(1n, 2n));
    const large = (): object => g.constant(new Float32Array(1000), [1000], "float32");
    expect(large()).not.toBe(large());
  });

  it("keeps what the outputs depend on, in order", () => {
    const g = new GraphBuilder();
    const [x, y] = [g.input("x", vector), g.input("y", vector)];
    const used = g.node("Neg", [x], x);
    g.node("Abs", [y], y);
    const sum = g.node("Add", [used, x], x);
    const { nodes, inputs, outputs } = g.build(new Map([["z", sum]]));
    expect(nodes.map(({ op }) => op)).toEqual(["Neg", "Add"]);
    expect([...inputs.keys()]).toEqual(["x"]);
    expect(outputs.get("z")).toBe(sum);
  });

  it("gives every output a node of its own", () => {
    const g = new GraphBuilder();
    const x = g.input("x", vector);
    const y = g.node("Neg", [x], x);
    const { nodes, outputs } = g.build(new Map([["a", y], ["b", y], ["c", x], ["d", g.scalar(1)]]));
    expect(nodes.map(({ op }) => op)).toEqual(["Neg", "Identity", "Identity", "Identity"]);
    expect(new Set(outputs.values()).size).toBe(4);
    expect(() => g.build(new Map([["x", y]]))).toThrow('"x" is both an input and an output');
  });
});
