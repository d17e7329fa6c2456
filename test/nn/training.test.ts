import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../src/nn/backend.js";
import { cosineSchedule } from "../../src/nn/cosineSchedule.js";
import { tf } from "../../src/nn/tf.js";
import { train, type TrainingTask } from "../../src/nn/training.js";
import { Key } from "../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const vector = (...data: number[]) => ({ data: Float32Array.from(data), shape: [data.length] });

/** Fit y = 3 x − 1 by w x + b. */
const line = (steps: number): TrainingTask => ({
  parameters: { w: vector(0), b: vector(0) },
  objective: ({ w, b }, { x, y }) => tf.mean(tf.squaredDifference(tf.add(tf.mul(w, x), b), y)),
  steps,
  inputs: (step) => {
    const stream = Key.root(7).fold(step).stream();
    const x = Float32Array.from({ length: 16 }, () => 2 * stream.uniform() - 1);
    return { x: { data: x, shape: [16] }, y: { data: x.map((v) => 3 * v - 1), shape: [16] } };
  },
  learningRate: cosineSchedule({ peak: 0.1, steps }),
});

describe("train", () => {
  it("minimises the loss and reports its course", async () => {
    const { parameters, losses } = await train(line(320));
    expect(parameters.w.data[0]).toBeCloseTo(3, 2);
    expect(parameters.b.data[0]).toBeCloseTo(-1, 2);
    expect(losses.map(({ step }) => step)).toEqual([50, 100, 150, 200, 250, 300, 320]);
    expect(losses.at(-1)!.loss).toBeLessThan(1e-3 * losses[0].loss);
  });

  it("gives equal bits from equal tasks", async () => {
    expect(await train(line(60))).toEqual(await train(line(60)));
  });

  it("does not grow: tensors and buffers return to where they were", async () => {
    const before = tf.memory();
    const during: number[] = [];
    const task = line(130);
    await train({ ...task, inputs: (step) => (during.push(tf.memory().numTensors), task.inputs(step)) });
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
    expect(during[100]).toBe(during[50]);
  });

  it("stops at a loss that is not finite, names the step, and leaves nothing behind", async () => {
    const before = tf.memory().numTensors;
    const task = line(200);
    const bad = { x: { data: new Float32Array(16), shape: [16] }, y: { data: new Float32Array(16).fill(NaN), shape: [16] } };
    const poisoned = { ...task, inputs: (step: number) => (step === 63 ? bad : task.inputs(step)) };
    await expect(train(poisoned)).rejects.toThrow("the loss is NaN at step 63");
    expect(tf.memory().numTensors).toBe(before);
  });

  it("notices that the last update was not finite", async () => {
    const objective: TrainingTask["objective"] = ({ w, b }) => tf.sum<tf.Scalar>(tf.add(tf.sqrt(w), b));
    await expect(train({ ...line(1), objective })).rejects.toThrow("w is not finite after step 0");
  });

  it("notices a parameter that is not finite while the loss is, within fifty steps", async () => {
    const objective: TrainingTask["objective"] = ({ w, b }, { x }) => {
      const gone = tf.mul(w, tf.where(tf.greater(x, 5), tf.fill(x.shape, NaN), tf.zerosLike(x))); // NaN from step 60 on
      return tf.add<tf.Scalar>(tf.sum(tf.square(b)), tf.sum(tf.where(tf.less(x, 5), gone, tf.zerosLike(x))));
    };
    const inputs = (step: number) => ({ x: { data: Float32Array.of(step < 60 ? 0 : 9), shape: [1] } });
    await expect(train({ ...line(500), inputs, objective })).rejects.toThrow("w is not finite after step 99, but was after step 49");
  });

  it("refuses steps and learning rates outside their domains", async () => {
    for (const steps of [0, 1.5, NaN]) await expect(train({ ...line(1), steps })).rejects.toThrow("steps must be an integer ≥ 1");
    await expect(train({ ...line(1), learningRate: () => NaN })).rejects.toThrow("learning rate must be");
  });
});
