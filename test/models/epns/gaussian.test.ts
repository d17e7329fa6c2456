import { beforeAll, expect, it } from "vitest";
import { boundedLogScale, gaussianDivergence, gaussianLogDensity, gaussianSample } from "../../../src/models/epns/gaussian.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const numbers = (f: () => tf.Tensor): number[] => tf.tidy(() => [...f().dataSync()]);
const law = (mean: number, sd: number) => ({ mean: tf.tensor1d([mean]), logScale: tf.tensor1d([Math.log(sd)]) });

it("bounds log-scales by 6, and leaves small ones as they are", () => {
  const [low, small, high] = numbers(() => boundedLogScale(tf.tensor([-1e6, 0.1, 1e6])));
  expect([low, high]).toEqual([-6, 6]);
  expect(small).toBeCloseTo(0.1, 4);
});

it("moves and scales noise", () => {
  expect(numbers(() => gaussianSample(law(2, 3), tf.tensor1d([-1])))[0]).toBeCloseTo(-1, 5);
});

it("has the density of the normal law", () => {
  for (const [x, mean, sd] of [[0, 0, 1], [1, 3, 2], [-2, 0.5, 0.25]]) {
    const exact = -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));
    expect(numbers(() => gaussianLogDensity(law(mean, sd), tf.tensor1d([x])))[0]).toBeCloseTo(exact, 4);
  }
});

it("has the divergence that the trapezoidal rule finds, 0 between equal laws", () => {
  const log = (x: number, [mean, sd]: readonly number[]): number => -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));
  for (const [q, p] of [[[0, 1], [0, 1]], [[1, 0.5], [0, 1]], [[-1, 2], [2, 1.5]]] as const) {
    let exact = 0;
    for (let i = -4000; i < 4000; i++) {
      const x = q[0] + (i / 400) * q[1];
      exact += (Math.exp(log(x, q)) * (log(x, q) - log(x, p)) * q[1]) / 400;
    }
    expect(numbers(() => gaussianDivergence(law(q[0], q[1]), law(p[0], p[1])))[0]).toBeCloseTo(exact, 4);
  }
});

it("shares one scale among the coordinates of a mean", () => {
  const q = { mean: tf.zeros([2, 3]), logScale: tf.zeros([2, 1]) };
  expect(gaussianDivergence(q, q).shape).toEqual([2, 3]);
});
