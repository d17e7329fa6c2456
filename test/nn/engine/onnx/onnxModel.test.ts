import { describe, expect, it } from "vitest";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { onnxModel } from "../../../../src/nn/engine/onnx/onnxModel.js";
import { someRuntime } from "../agreement.js";

const matrix = { shape: [2, 3], type: "float32" } as const;

/** y = elu(x, α = 2) + 0.5, its row sums, and whether x > 0 somewhere in a column: every kind of attribute and type. */
function graph() {
  const g = new GraphBuilder();
  const x = g.input("x", matrix);
  const y = g.node("Add", [g.node("Elu", [x], x, { alpha: { float: 2 } }), g.scalar(0.5)], x);
  const sums = g.node("ReduceSum", [y, g.ints([1])], { shape: [2], type: "float32" }, { keepdims: 0 });
  const positive = g.node("Greater", [x, g.scalar(0)], { shape: [2, 3], type: "bool" });
  const counts = g.node("Cast", [positive], { shape: [2, 3], type: "int32" }, { to: 6 });
  const any = g.node("ReduceMax", [counts], { shape: [3], type: "int32" }, { axes: [0], keepdims: 0 });
  const padded = g.node("Pad", [y, g.ints([0, 1, 0, 0]), undefined], { shape: [2, 4], type: "float32" }, { mode: "edge" });
  return g.build(new Map([["sums", sums], ["any", any], ["positive", positive], ["padded", padded]]));
}

describe("onnxModel", () => {
  it("is a file that ONNX Runtime reads as it was meant", async () => {
    const session = await (await someRuntime()).loadModel(onnxModel(graph()));
    const outputs = await session.run({ x: { data: Float32Array.of(1, -1, 0, 2, -2, -3), shape: [2, 3] } });
    await session.release();
    const elu = (x: number): number => (x > 0 ? x : 2 * (Math.exp(x) - 1)) + 0.5;
    expect(outputs.sums.data[0]).toBeCloseTo(elu(1) + elu(-1) + elu(0), 6);
    expect(outputs.sums.data[1]).toBeCloseTo(elu(2) + elu(-2) + elu(-3), 6);
    expect(outputs.any).toEqual({ data: Int32Array.of(1, 0, 0), shape: [3] });
    expect(outputs.positive).toEqual({ data: Int32Array.of(1, 0, 0, 1, 0, 0), shape: [2, 3] });
    expect([...outputs.padded.data.slice(0, 2)]).toEqual([1.5, 1.5]);
  });

  it("is equal, byte for byte, for equal graphs", () => {
    expect(onnxModel(graph())).toEqual(onnxModel(graph()));
  });

  it("keeps the names of inputs and outputs, also where they are numbers", async () => {
    const g = new GraphBuilder();
    const x = g.input("0", matrix);
    const y = g.node("Neg", [g.node("Abs", [x], x)], x);
    const session = await (await someRuntime()).loadModel(onnxModel(g.build(new Map([["1", y]]))));
    const outputs = await session.run({ 0: { data: Float32Array.of(1, 2, 3, 4, 5, -6), shape: [2, 3] } });
    await session.release();
    expect([...outputs["1"].data]).toEqual([-1, -2, -3, -4, -5, -6]);
  });
});
