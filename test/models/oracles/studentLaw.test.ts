import { expect, test } from "vitest";
import { studentLaw } from "../../../src/models/oracles/studentLaw.js";
import { Key } from "../../../src/random/key.js";
import { trapezoid } from "../../simulators/conjugate/trapezoid.js";

const shape = [[0.5, 0.3], [0.3, 0.4]];

test("in one dimension, Student's density", () => {
  const { logDensity } = studentLaw([2], [[4]], 5);
  // ν = 5: 8/(3π√5) (1 + t²/5)^−3, t = (z − 2)/2.
  for (const z of [-3, 0, 2, 7]) {
    const t = (z - 2) / 2;
    expect(Math.exp(logDensity([z]))).toBeCloseTo((8 / (3 * Math.PI * Math.sqrt(5))) * (1 + (t * t) / 5) ** -3 / 2, 12);
  }
});

/** In polar coordinates with r = sinh s; the trapezoidal rule errs by about h²/12 = 3e-6 times the slope at s = 0. */
test("in two dimensions the density integrates to one", () => {
  const { logDensity } = studentLaw([1, -1], shape, 5);
  const ring = (s: number): number => {
    const r = Math.sinh(s);
    const around = trapezoid((angle) => Math.exp(logDensity([1 + r * Math.cos(angle), -1 + r * Math.sin(angle)])), 0, 2 * Math.PI, 200);
    return around * r * Math.cosh(s);
  };
  expect(trapezoid(ring, 0, 12, 2000)).toBeCloseTo(1, 4);
});

/** Ten seeds, N = 40,000: cov = S ν/(ν − 2); with ν = 9 each product has a variance below 6 here. Seven sigma, five means. */
test("draws have mean m and covariance S ν/(ν − 2)", () => {
  const law = studentLaw([1, -1], shape, 9);
  const N = 40_000;
  const z = new Float64Array(2);
  const sums = [0, 0, 0, 0, 0];
  for (let seed = 0; seed < 10; seed++) {
    const stream = Key.root(seed).stream();
    for (let i = 0; i < N / 10; i++) {
      law.sample(stream, z);
      const [a, b] = [z[0] - 1, z[1] + 1];
      [a, b, a * a, a * b, b * b].forEach((value, k) => (sums[k] += value / N));
    }
  }
  [0, 0, 0.5, 0.3, 0.4].forEach((value, k) => expect(Math.abs(sums[k] - (value * 9) / 7)).toBeLessThan(7 * Math.sqrt(6 / N)));
});

test("refuses bad input", () => {
  for (const degrees of [0, NaN, Infinity]) {
    expect(() => studentLaw([0], [[1]], degrees)).toThrow(new RangeError(`degrees must be finite and > 0, got ${degrees}`));
  }
  expect(() => studentLaw([0, 0], [[1, 2], [2, 1]], 5)).toThrow(new RangeError("shape must be positive definite, got pivot -3 in row 1"));
  expect(() => studentLaw([0], [[NaN]], 5)).toThrow("got pivot NaN");
});
