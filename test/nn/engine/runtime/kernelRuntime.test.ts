import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../../../src/nn/backend.js";
import { compile } from "../../../../src/nn/engine/compile.js";
import { eagerly } from "../../../../src/nn/engine/eagerly.js";
import { flatStep } from "../../../../src/nn/engine/flatStep.js";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { NotTraceable } from "../../../../src/nn/engine/notTraceable.js";
import { kernelRuntime } from "../../../../src/nn/engine/runtime/kernelRuntime.js";
import { tensorSpecs } from "../../../../src/nn/engine/tensorSpecs.js";
import type { HostTensors } from "../../../../src/nn/hostTensor.js";
import { mlp } from "../../../../src/nn/mlp.js";
import { tf } from "../../../../src/nn/tf.js";
import type { Objective } from "../../../../src/nn/trainingStep.js";
import { Key } from "../../../../src/random/key.js";
import { reals } from "../agreement.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const runtime = kernelRuntime();
const x = reals([2, 3], "x");
const specs = tensorSpecs({ x });
const dataIds = (): number => tf.engine().backend.numDataIds();

describe("kernelRuntime", () => {
  it("steps a training bit for bit as TensorFlow.js does kernel by kernel, and keeps nothing", async () => {
    const net = mlp({ inputs: 3, hidden: [8, 8], outputs: 1 });
    const start = net.init(Key.root(0));
    const objective: Objective = (p, { x, mask }) => tf.mean(tf.square(tf.where(tf.greater(mask, 0), net.apply(p, x as tf.Tensor2D), 1)));
    const size = Object.values(start).reduce((sum, { data }) => sum + data.length, 0);
    const given: HostTensors = {
      parameters: reals([size], "p"), first: reals([size], "m"), second: reals([size], "v", 0, 1), stepSize: reals([], "a"), keep: reals([], "k"),
      "input/x": reals([4, 3], "x"), "input/mask": reals([4, 1], "mask"),
    };
    const step = flatStep(objective, start, true, 0.5);
    const expected = eagerly(step, given);
    const before = dataIds();
    const compiled = await compile(step, tensorSpecs(given), runtime);
    for (let again = 0; again < 3; again++) expect(await compiled.run(given)).toEqual(expected);
    for (let again = 0; again < 2; again++) await compiled.release();
    expect(dataIds()).toBe(before);
    await expect(compiled.run(given)).rejects.toThrow("this session has been released");
  });

  it("calls a kernel once where its operands are the same, and none for what nothing depends on", async () => {
    const calls = countedCalls("Sigmoid");
    const compiled = await compile(({ x }) => {
      tf.sigmoid(tf.neg(x));
      return { y: tf.add(tf.sigmoid(x), tf.sigmoid(tf.clone(x))) };
    }, specs, runtime);
    await compiled.run({ x });
    expect(calls.end()).toBe(1);
    expect([compiled.nodes, compiled.bytes]).toEqual([2, 0]);
    await compiled.release();
  });

  it("gives outputs that are inputs, constants, one another, or truth values", async () => {
    const constant = tf.tensor1d([1, 2]);
    const f = ({ x }: { readonly x: tf.Tensor }) => {
      const y = tf.square(x);
      return { x, y, again: y, constant, positive: tf.greater(x, 0) };
    };
    const compiled = await compile(f as never, specs, runtime);
    const { y, ...others } = await compiled.run({ x });
    expect(y.data).toEqual(x.data.map((v) => v * v));
    expect(others).toEqual({
      x, again: y, constant: { data: Float32Array.of(1, 2), shape: [2] }, positive: { data: Int32Array.from(x.data, (v) => (v > 0 ? 1 : 0)), shape: [2, 3] },
    });
    await compiled.release();
    constant.dispose();
  });

  it.each([
    [reals([3, 2], "other"), "input z is float32[3, 2] of 6 elements, and must be float32[2, 3]"],
    [{ data: new Float32Array(5), shape: [2, 3] }, "input z is float32[2, 3] of 5 elements, and must be float32[2, 3]"],
    [{ data: new Int32Array(6), shape: [2, 3] }, "input z is int32[2, 3] of 6 elements, and must be float32[2, 3]"],
  ])("refuses arrays of another shape or type, and goes on with what it held", async (z, message) => {
    const compiled = await compile(({ x, z }) => ({ y: tf.matMul(tf.exp(x), tf.transpose(tf.square(z))) }), { ...specs, z: specs.x }, runtime);
    const expected = await compiled.run({ x, z: x });
    const before = dataIds();
    await expect(compiled.run({ x, z })).rejects.toThrow(new RangeError(message));
    expect(await compiled.run({ x, z: x })).toEqual(expected);
    expect(dataIds()).toBe(before);
    await compiled.release();
  });

  it("does not take a kernel that the backend lacks, and names it", async () => {
    const config = tf.getKernel("Sigmoid", "wasm");
    tf.unregisterKernel("Sigmoid", "wasm");
    const failing = compile(({ x }) => ({ y: tf.sigmoid(x) }), specs, runtime);
    await expect(failing).rejects.toThrow(new NotTraceable("tfjs-wasm does not take the graph: TensorFlow.js on WebAssembly has no kernel Sigmoid"));
    tf.registerKernel(config);
  });

  it("does not take a graph whose kernels leave a value open that its nodes compute", async () => {
    const g = new GraphBuilder();
    const x = g.input("x", specs.x);
    const [open, y] = [g.node("Neg", [x], x), g.node("Abs", [x], x)];
    g.call({ kernel: "Abs", inputs: { x: open }, attributes: {}, outputs: [y] });
    await expect(runtime.load(g.build(new Map([["y", y]])))).rejects.toThrow("kernel Abs needs a value of shape [2, 3] that no kernel computes");
  });
});

/** Count the calls of a kernel until the end. */
function countedCalls(name: string): { end: () => number } {
  const config = tf.getKernel(name, "wasm");
  let calls = 0;
  tf.unregisterKernel(name, "wasm");
  tf.registerKernel({ ...config, kernelFunc: (given) => (calls++, config.kernelFunc(given)) });
  return {
    end: () => {
      tf.unregisterKernel(name, "wasm");
      tf.registerKernel(config);
      return calls;
    },
  };
}
