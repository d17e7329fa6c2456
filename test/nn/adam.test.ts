import { beforeAll, describe, expect, it } from "vitest";
import { adamRates, adamStart, type AdamState, adamUpdate } from "../../src/nn/adam.js";
import { selectBackend } from "../../src/nn/backend.js";
import { tf } from "../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const GRADIENTS = [[1, -2, 0.5], [0.5, 3, -4], [-2, 0.1, 0.3], [1e-2, -5, 2]];

function run(learningRates: readonly number[], weightDecay = 0, shape: number[] = [3]): number[] {
  return tf.tidy(() => {
    let state: AdamState = adamStart({ theta: tf.tensor([1, 2, -3], shape) });
    learningRates.forEach((rate, i) => {
      const { stepSize, keep } = adamRates(rate, weightDecay, i + 1);
      const rates = { stepSize: tf.scalar(stepSize), keep: tf.scalar(keep) };
      state = adamUpdate(state, { theta: tf.tensor(GRADIENTS[i], shape) }, rates);
    });
    return [...state.parameters.theta.dataSync()];
  });
}

describe("adamUpdate", () => {
  it("agrees with tf.train.adam", () => {
    const theta = tf.variable(tf.tensor1d([1, 2, -3]));
    const optimiser = tf.train.adam(0.1);
    for (const gradient of GRADIENTS) {
      tf.tidy(() => optimiser.applyGradients([{ name: theta.name, tensor: tf.tensor1d(gradient) }]));
    }
    run(GRADIENTS.map(() => 0.1)).forEach((x, i) => expect(x).toBeCloseTo(theta.dataSync()[i], 5));
    optimiser.dispose();
    theta.dispose();
  });

  it("agrees with algorithm 2 in double precision, with decay and a learning rate that changes", () => {
    const rates = [0.1, 0.05, 0.2, 0.01];
    const decay = 0.5;
    const expected = [1, 2, -3].map((start, j) => {
      let [theta, m, v] = [start, 0, 0];
      rates.forEach((rate, i) => {
        const g = GRADIENTS[i][j];
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        theta -= rate * (m / (1 - 0.9 ** (i + 1)) / Math.sqrt(v / (1 - 0.999 ** (i + 1))) + decay * theta);
      });
      return theta;
    });
    run(rates, decay, [3, 1]).forEach((x, j) => expect(x).toBeCloseTo(expected[j], 5));
  });

  it("decays matrices, not biases", () => {
    expect(run([0.1, 0.1], 0.9)).toEqual(run([0.1, 0.1], 0));
    expect(run([0.1, 0.1], 0.9, [1, 3])).not.toEqual(run([0.1, 0.1], 0, [1, 3]));
  });

  it("moves by the learning rate in its first step, whatever the size of the gradient", () => {
    run([0.25]).forEach((x, j) => expect(x).toBeCloseTo([1, 2, -3][j] - 0.25 * Math.sign(GRADIENTS[0][j]), 4));
  });
});

describe("adamRates", () => {
  it("refuses rates outside their domains", () => {
    for (const rate of [0, -1, NaN, Infinity]) expect(() => adamRates(rate, 0, 1)).toThrow(RangeError);
    for (const decay of [-1, 10, NaN]) expect(() => adamRates(0.1, decay, 1)).toThrow(RangeError);
  });
});
