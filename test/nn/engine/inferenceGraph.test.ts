import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { compileStep } from "../../../src/nn/engine/compileStep.js";
import { inferenceGraph } from "../../../src/nn/engine/inferenceGraph.js";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";
import { tf } from "../../../src/nn/tf.js";
import { someRuntime } from "./agreement.js";

const x = { x: { shape: [2], type: "float32" as const } };

beforeAll(() => selectBackend("tfjs-cpu"));
beforeEach(() => tf.disposeVariables());

describe("inferenceGraph", () => {
  it("has the variables in it as compiled steps have left them", async () => {
    const w = tf.variable(tf.scalar(1));
    const doubling = compileStep(() => (w.assign(tf.mul<tf.Scalar>(w, 2)), {}), { runtime: await someRuntime() });
    for (let t = 0; t < 3; t++) await doubling.run({});
    const graph = inferenceGraph(({ x }) => ({ y: tf.mul(x, w) }), x);
    expect([...graph.inputs.keys()]).toEqual(["x"]);
    expect(graph.nodes[0].inputs[1]!.data).toEqual(Float32Array.of(8));
    await doubling.run({});
    await doubling.release();
    expect(w.dataSync()[0]).toBe(16);
  });

  it("refuses effects, and an output with the name of an input", () => {
    const w = tf.variable(tf.scalar(1), true, "w");
    expect(() => inferenceGraph(({ x }) => (w.assign(tf.sum<tf.Scalar>(x)), { y: x }), x)).toThrow(new NotTraceable("it assigns the variable w"));
    expect(() => inferenceGraph(({ x }) => ({ x: tf.neg(x) }), x)).toThrow(new RangeError('"x" is both an input and an output'));
  });
});
