import { beforeAll, describe, expect, it } from "vitest";
import { adamRates, adamStart } from "../../src/nn/adam.js";
import { selectBackend } from "../../src/nn/backend.js";
import { download, type Tensors } from "../../src/nn/hostTensor.js";
import { tf } from "../../src/nn/tf.js";
import { trainingStep } from "../../src/nn/trainingStep.js";

beforeAll(() => selectBackend("tfjs-wasm"));

/** (w x + noise − y)² */
const objective = ({ w }: Tensors, { x, y, noise }: Tensors): tf.Scalar =>
  tf.mean(tf.squaredDifference(tf.add(tf.mul(w, x), noise), y));
const start = () => adamStart({ w: tf.tensor1d([2]) });
const inputs = (noise: number): Tensors => ({ x: tf.tensor1d([1, 3]), y: tf.tensor1d([0, 1]), noise: tf.scalar(noise) });
const rates = (learningRate: number) => {
  const { stepSize, keep } = adamRates(learningRate, 0, 1);
  return { stepSize: tf.scalar(stepSize), keep: tf.scalar(keep) };
};

describe("trainingStep", () => {
  it("returns the loss at the given state and steps against its gradient", () => {
    tf.tidy(() => {
      const { state, loss } = trainingStep(objective, start(), inputs(0), rates(0.5));
      expect(loss.dataSync()[0]).toBeCloseTo((2 ** 2 + 5 ** 2) / 2, 5);
      const gradient = 2 * 1 + 5 * 3;
      expect(state.first.w.dataSync()[0]).toBeCloseTo(0.1 * gradient, 4);
      expect(state.parameters.w.dataSync()[0]).toBeCloseTo(1.5, 5);
    });
  });

  it("is pure: the same state, inputs and rates give the same step, and the given state stays as it was", () => {
    tf.tidy(() => {
      const state = start();
      const run = () => download(trainingStep(objective, state, inputs(0.5), rates(0.5)).state.parameters);
      expect(run()).toEqual(run());
      expect(state.parameters.w.dataSync()[0]).toBe(2);
    });
  });

  it("takes noise and learning rate as inputs", () => {
    tf.tidy(() => {
      const after = (noise: number, rate: number) => trainingStep(objective, start(), inputs(noise), rates(rate));
      expect(after(0, 0.5).loss.dataSync()[0]).not.toBe(after(1, 0.5).loss.dataSync()[0]);
      expect(after(0, 0.25).state.parameters.w.dataSync()[0]).toBeCloseTo(1.75, 5);
    });
  });

  it("allocates exactly what it returns", () => {
    tf.tidy(() => {
      const [state, given, rate] = [start(), inputs(0), rates(0.1)];
      const before = tf.memory().numTensors;
      tf.dispose(trainingStep(objective, state, given, rate));
      expect(tf.memory().numTensors).toBe(before);
    });
  });
});
