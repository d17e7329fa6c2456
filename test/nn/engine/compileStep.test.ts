import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import type { CompileCost } from "../../../src/nn/engine/compileCost.js";
import { compileStep } from "../../../src/nn/engine/compileStep.js";
import type { OnnxRuntime } from "../../../src/nn/engine/runtime/stepRuntime.js";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import { tf } from "../../../src/nn/tf.js";
import { distance, reals, someRuntime } from "./agreement.js";

const { layers } = tf;
const kernelInitializer = (): ReturnType<typeof tf.initializers.glorotUniform> => tf.initializers.glorotUniform({ seed: 5 });
const dense = (units: number, more: object = {}) => layers.dense({ units, kernelInitializer: kernelInitializer(), ...more });

const MODELS: Record<string, () => tf.LayersModel> = {
  "dense, batch normalisation": () => tf.sequential({ layers: [dense(8, { inputShape: [6], activation: "tanh" }), layers.batchNormalization(), dense(1)] }),
  "1-D convolution, pooling": () =>
    tf.sequential({
      layers: [
        layers.conv1d({ filters: 4, kernelSize: 3, padding: "same", inputShape: [8, 2], activation: "elu", kernelInitializer: kernelInitializer() }),
        layers.maxPooling1d({ poolSize: 2 }), layers.flatten(), dense(1),
      ],
    }),
  "recurrent": () => tf.sequential({ layers: [layers.gru({ units: 3, inputShape: [5, 2], kernelInitializer: kernelInitializer(), recurrentInitializer: kernelInitializer() }), dense(1)] }),
};
const OPTIMISERS: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.05), momentum: () => tf.train.momentum(0.05, 0.9), adam: () => tf.train.adam(0.01), adamax: () => tf.train.adamax(0.01),
  adagrad: () => tf.train.adagrad(0.1), adadelta: () => tf.train.adadelta(0.1), rmsprop: () => tf.train.rmsprop(0.01, 0.9, 0, 1e-3),
};
let runtime: OnnxRuntime;
beforeAll(async () => {
  await selectBackend("tfjs-cpu");
  runtime = await someRuntime();
});
beforeEach(() => tf.disposeVariables());
afterEach(() => void vi.restoreAllMocks());

/** Losses and weights after 20 steps. */
async function fit(model: tf.LayersModel, optimiser: tf.Optimizer, on: OnnxRuntime | undefined): Promise<number[]> {
  const shape = [10, ...(model.inputs[0].shape.slice(1) as number[])];
  const step: TensorFunction = ({ x, y }) => ({
    loss: optimiser.minimize(() => tf.losses.meanSquaredError(y, model.apply(x, { training: true }) as tf.Tensor), true)!,
  });
  const runner = compileStep(step, { runtime: on, say: (line) => expect.unreachable(line) });
  const losses: number[] = [];
  for (let t = 0; t < 20; t++) losses.push((await runner.run({ x: reals(shape, `x${t}`), y: reals([10, 1], `y${t}`) })).loss.data[0]);
  await runner.release();
  return [...losses, ...model.getWeights().flatMap((weight) => [...weight.dataSync()])];
}

/** w ← w − 0.1 ∂/∂w mean (w x − y)² */
function line(): { w: tf.Variable; step: TensorFunction } {
  const w = tf.variable(tf.scalar(0), true, "w");
  const optimiser = tf.train.sgd(0.1);
  return { w, step: ({ x, y }) => ({ loss: optimiser.minimize(() => tf.mean<tf.Scalar>(tf.squaredDifference(tf.mul(w, x), y)), true)! }) };
}
const points = (rows = 4) => ({ x: reals([rows], "x"), y: { data: reals([rows], "x").data.map((x) => 3 * x), shape: [rows] } });

describe("compileStep", () => {
  it.each(Object.keys(MODELS))("trains a model of tf.layers as TensorFlow.js does: %s", async (name) => {
    const [eager, compiled] = [await fit(MODELS[name](), tf.train.adam(0.01), undefined), await fit(MODELS[name](), tf.train.adam(0.01), runtime)];
    expect(distance(compiled, eager)).toBeLessThan(1e-4);
  });

  it.each(Object.keys(OPTIMISERS))("takes the optimiser %s", async (name) => {
    const model = MODELS["dense, batch normalisation"];
    const [eager, compiled] = [await fit(model(), OPTIMISERS[name](), undefined), await fit(model(), OPTIMISERS[name](), runtime)];
    expect(distance(compiled, eager)).toBeLessThan(1e-4);
  });

  it("keeps its state away from the variables until it is settled", async () => {
    const { w, step } = line();
    const runner = compileStep(step, { runtime });
    for (let t = 0; t < 50; t++) await runner.run(points());
    expect(w.dataSync()[0]).toBe(0);
    runner.settle();
    const settled = w.dataSync()[0];
    expect(settled).toBeCloseTo(3, 1);
    for (let t = 0; t < 50; t++) await runner.run(points());
    runner.settle();
    expect(Math.abs(w.dataSync()[0] - 3)).toBeLessThan(Math.abs(settled - 3));
    await runner.release();
  });

  it("sees what others assign to a variable in between", async () => {
    const { w, step } = line();
    const runner = compileStep(step, { runtime });
    await runner.run(points());
    w.assign(tf.scalar(3));
    expect((await runner.run(points())).loss.data[0]).toBeCloseTo(0, 10);
    w.assign(tf.scalar(5));
    runner.settle();
    expect(w.dataSync()[0]).toBe(5);
    await runner.release();
  });

  it("goes on with the same state when shapes change", async () => {
    const { w, step } = line();
    const runner = compileStep(step, { runtime });
    for (let t = 0; t < 60; t++) await runner.run(points(t % 2 === 0 ? 4 : 3));
    await runner.release();
    expect(w.dataSync()[0]).toBeCloseTo(3, 2);
  });

  it("runs eagerly what it cannot compile, and says why once", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { w, step } = line();
    const reading: TensorFunction = (given) => {
      given.x.dataSync();
      return step(given);
    };
    const runner = compileStep(reading, { runtime });
    for (let t = 0; t < 60; t++) await runner.run(points());
    expect(w.dataSync()[0]).toBeCloseTo(3, 1);
    await runner.release();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0][0]).toMatch(/^simverdict: a step runs on TensorFlow.js, since it cannot be compiled: it reads the elements of a tensor \(at .*compileStep\.test\.ts:\d+\)$/);
  });

  it("compiles nothing for fewer steps than pay for it", async () => {
    const load = vi.fn(runtime.load);
    const runner = compileStep(line().step, { runtime: { ...runtime, paysAfter: 10, load }, steps: 9 });
    await runner.run(points());
    await runner.release();
    expect(load).not.toHaveBeenCalled();
  });

  it("queues calls that do not wait for each other", async () => {
    const ends: number[] = [];
    for (const isWaiting of [true, false]) {
      const { w, step } = line();
      const runner = compileStep(step, { runtime });
      const calls: Promise<unknown>[] = [];
      for (let t = 0; t < 20; t++) {
        calls.push(runner.run(points()));
        if (isWaiting) await calls.at(-1);
      }
      await Promise.all(calls);
      await runner.release();
      ends.push(w.dataSync()[0]);
      w.dispose();
    }
    expect(ends[1]).toBe(ends[0]);
  });

  it("stops at a loss that is not finite, and names the step", async () => {
    for (const on of [runtime, undefined]) {
      const { w, step } = line();
      const runner = compileStep(step, { runtime: on });
      await runner.run(points());
      const bad = { ...points(), y: { data: new Float32Array(4).fill(NaN), shape: [4] } };
      await expect(runner.run(bad)).rejects.toThrow("loss is NaN at step 1");
      await runner.release();
      expect(w.dataSync()[0]).toBeNaN();
      w.dispose();
    }
  });

  it("stops at a variable that is not finite, and names the step", async () => {
    for (const on of [runtime, undefined]) {
      const w = tf.variable(tf.scalar(3), true, "w");
      // 3, 2, 1, 0, then 0 − 0 / 0
      const runner = compileStep(({ x }) => {
        w.assign(tf.sub<tf.Scalar>(w, tf.div(w, w)));
        return { loss: tf.mean(x) };
      }, { runtime: on });
      const { x } = points();
      for (let t = 0; t < 3; t++) await runner.run({ x });
      await expect(runner.run({ x })).rejects.toThrow("w is not finite after step 3");
      await runner.release();
      w.dispose();
    }
  });

  it("lets a step that assigns nothing answer what is infinite, but not NaN", async () => {
    for (const on of [runtime, undefined]) {
      const runner = compileStep(({ x }) => ({ y: tf.log(tf.sum(x)) }), { runtime: on });
      expect((await runner.run({ x: { data: new Float32Array(2), shape: [2] } })).y.data[0]).toBe(-Infinity);
      await expect(runner.run({ x: { data: Float32Array.of(-1, 0), shape: [2] } })).rejects.toThrow("y is NaN at step 1");
      await runner.release();
    }
  });

  it("compiles other shapes when they have come often enough", async () => {
    const load = vi.fn(runtime.load);
    const runner = compileStep(line().step, { runtime: { ...runtime, paysAfter: 3, load } });
    const loads: number[] = [];
    for (const rows of [4, 3, 2, 3, 4, 3, 3, 2]) {
      await runner.run(points(rows));
      loads.push(load.mock.calls.length);
    }
    expect(loads).toEqual([1, 1, 1, 1, 1, 2, 2, 2]);
    await runner.release();
  });

  it("tells what compiling costs, each time", async () => {
    const costs: CompileCost[] = [];
    const runner = compileStep(line().step, { runtime: { ...runtime, paysAfter: 1 }, compiled: (cost) => costs.push(cost), clock: () => 7 });
    for (const rows of [4, 4, 3]) await runner.run(points(rows));
    await runner.release();
    expect(costs).toMatchObject([{ milliseconds: 0 }, { milliseconds: 0 }]);
    for (const { nodes, bytes } of costs) expect([nodes > 3, bytes > 300]).toEqual([true, true]);
  });

  it("runs on the runtime in use, here none, if nothing is said", async () => {
    const { w, step } = line();
    await compileStep(step).run(points());
    expect(w.dataSync()[0]).toBeGreaterThan(0);
  });

  it("names an input that is missing, at first and later", async () => {
    const runner = compileStep(line().step, { runtime });
    const { x } = points();
    await expect(runner.run({ x })).rejects.toThrow(new RangeError("input y is missing"));
    await runner.run(points());
    await expect(runner.run({ x })).rejects.toThrow(new RangeError("input y is missing"));
    await runner.release();
  });

  it("leaves no tensor behind", async () => {
    const { step } = line();
    const before = tf.memory().numTensors;
    const runner = compileStep(step, { runtime });
    for (let t = 0; t < 3; t++) await runner.run(points());
    await runner.release();
    expect(tf.memory().numTensors).toBe(before);
  });
});
