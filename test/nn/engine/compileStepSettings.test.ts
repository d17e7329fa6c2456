import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { compileStep } from "../../../src/nn/engine/compileStep.js";
import type { Graph } from "../../../src/nn/engine/graph/graph.js";
import type { OnnxRuntime } from "../../../src/nn/engine/runtime/stepRuntime.js";
import { tf } from "../../../src/nn/tf.js";
import { distance, reals, someRuntime } from "./agreement.js";

const x = reals([4], "x");
const y = { data: x.data.map((v) => 3 * v), shape: [4] };
let runtime: OnnxRuntime;

beforeAll(async () => {
  await selectBackend("tfjs-cpu");
  runtime = await someRuntime();
});
beforeEach(() => tf.disposeVariables());

const assign = (learningRate: number) => (optimiser: tf.Optimizer) => void Object.assign(optimiser, { learningRate });
const call = (learningRate: number) => (optimiser: tf.Optimizer) => (optimiser as tf.SGDOptimizer).setLearningRate(learningRate);

/** The weight after each of 24 steps, where something happens to the optimiser before some. */
async function weights(optimiser: tf.Optimizer, change: (t: number) => ((optimiser: tf.Optimizer) => void) | undefined, on: OnnxRuntime | undefined) {
  const w = tf.variable(tf.scalar(0));
  const lines: string[] = [];
  let loads = 0;
  const counting = on && { ...on, paysAfter: 4, load: (graph: Graph) => (loads++, on.load(graph)) };
  const runner = compileStep(
    (given) => ({ loss: optimiser.minimize(() => tf.mean<tf.Scalar>(tf.squaredDifference(tf.mul(w, given.x), given.y)), true, [w])! }),
    { runtime: counting, say: (line) => lines.push(line) },
  );
  const seen: number[] = [];
  for (let t = 0; t < 24; t++) {
    change(t)?.(optimiser);
    await runner.run({ x, y });
    runner.settle();
    seen.push(w.dataSync()[0]);
  }
  await runner.release();
  return { seen, lines, loads, iterations: optimiser.iterations };
}

describe("compileStep, where the settings of an optimiser change,", () => {
  it.each<[string, () => tf.Optimizer, (learningRate: number) => (optimiser: tf.Optimizer) => void]>([
    ["adam", () => tf.train.adam(0.1), assign],
    ["rmsprop", () => tf.train.rmsprop(0.1), assign],
    ["adagrad", () => tf.train.adagrad(0.1), assign],
    ["sgd", () => tf.train.sgd(0.01), call],
    ["momentum", () => tf.train.momentum(0.01, 0.5), call],
  ])("goes on as %s does with its new rate", async (_, make, to) => {
    const change = (t: number) => (t === 8 ? to(0) : t === 16 ? to(0.02) : undefined);
    const [eager, compiled] = [await weights(make(), change, undefined), await weights(make(), change, runtime)];
    expect(distance(compiled.seen, eager.seen)).toBeLessThan(1e-5);
    expect(compiled.loads).toBe(3);
    expect(compiled.lines).toEqual(["simverdict: the settings of an optimiser have changed: a step runs on TensorFlow.js until the same have come 4 times"]);
    expect(compiled.iterations).toBe(24);
  });

  it("runs eagerly where they never stay", async () => {
    const change = (t: number) => assign(0.1 / (1 + t));
    const [eager, compiled] = [await weights(tf.train.adam(0.1), change, undefined), await weights(tf.train.adam(0.1), change, runtime)];
    expect(distance(compiled.seen, eager.seen)).toBeLessThan(1e-5);
    expect(compiled).toMatchObject({ loads: 1, lines: { length: 1 } });
  });
});
