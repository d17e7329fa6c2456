import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { cholesky } from "../../../src/simulators/conjugate/cholesky.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { numericalScore, whitenedScore } from "./numericalScore.js";

const sigma = { name: "sigma", lower: 0.1, upper: 1 };
const x = [1.2, 0.4, -0.3, 2, 1.1];
const path = [1, 0.5, 0.25, 1.5, 0.75];

describe.each([0, 0.8, -0.5])("φ = %d", (autocorrelation) => {
  const law = gaussianErrors({ scale: sigma, autocorrelation });

  test("the likelihood is the normal density with covariance s² φ^|i − j|", () => {
    for (const s of [0.3, 1, 2]) {
      const { solve, logDeterminant } = cholesky(x.map((_, i) => x.map((_value, j) => s ** 2 * autocorrelation ** Math.abs(i - j))));
      const r = x.map((value, i) => value - path[i]);
      const square = solve(r).reduce((sum, value, i) => sum + value * r[i], 0);
      expect(law.logLikelihood(x, path, s)).toBeCloseTo(-0.5 * (5 * Math.log(2 * Math.PI) + logDeterminant + square), 11);
    }
  });

  test("whitening gives the score", () => {
    for (const of of [law, gaussianErrors({ scale: 0.4, autocorrelation })]) {
      const exact = numericalScore(of, x, path, 1);
      whitenedScore(of, x, path, 1).forEach((value, i) => expect(value).toBeCloseTo(exact[i], 7));
    }
  });

  test("no scale fits better than the fitted one", () => {
    const best = law.fittedScale!(x, path);
    for (const factor of [0.9, 0.999, 1.001, 1.1]) {
      expect(law.logLikelihood(x, path, best * factor)).toBeLessThan(law.logLikelihood(x, path, best));
    }
  });

  /**
   * Ten seeds of 1,000 errors at ten times. The mean of η_i² is 1 with standard deviation √(2/N), that of η_i η_j is φ^|i−j|
   * with at most √(2/N): 7 sigma for 55 moments, false alarm ≤ 55 · 2.6e-12 but for the skewness of χ², far below 1e-8.
   */
  test("draws have variance s² and correlation φ^|i − j|", () => {
    const N = 10_000;
    const moments = Array.from({ length: 10 }, () => new Float64Array(10));
    for (let k = 0; k < N; k++) {
      const draw = law.sample(Key.root(k % 10).fold(k).stream(), new Float64Array(10).fill(5), 0.5);
      draw.forEach((a, i) => draw.forEach((b, j) => (moments[i][j] += ((a - 5) * (b - 5)) / (N * 0.25))));
    }
    moments.forEach((row, i) => row.forEach((value, j) => {
      expect(Math.abs(value - autocorrelation ** Math.abs(i - j))).toBeLessThan(7 * Math.sqrt(2 / N));
    }));
  });
});

test("a known scale is that of the box", () => {
  const known = gaussianErrors({ scale: 0.3, autocorrelation: 0.8 });
  const unknown = gaussianErrors({ scale: sigma, autocorrelation: 0.8 });
  expect(known.scale).toBeUndefined();
  expect(known.fittedScale).toBeUndefined();
  expect(unknown.scale).toEqual(sigma);
  expect(known.logLikelihood(x, path, 1)).toBeCloseTo(unknown.logLikelihood(x, path, 0.3), 12);
  expect(known.sample(Key.root(1).stream(), path, 1)).toEqual(unknown.sample(Key.root(1).stream(), path, 0.3));
  expect([known.id, unknown.id]).toEqual(["gaussian(sigma=0.3, phi=0.8)", "gaussian(sigma=logU(0.1,1), phi=0.8)"]);
});

test("independent errors do not know their order", () => {
  const law = gaussianErrors({ scale: 0.3 });
  expect(law.logLikelihood(x.toReversed(), path.toReversed(), 1)).toBeCloseTo(law.logLikelihood(x, path, 1), 12);
});

test("refuses bad input", () => {
  for (const phi of [1, -1, NaN]) {
    expect(() => gaussianErrors({ scale: 1, autocorrelation: phi })).toThrow(new RangeError(`autocorrelation must be in (-1, 1), got ${phi}`));
  }
  for (const scale of [0, -1, NaN, Infinity]) {
    expect(() => gaussianErrors({ scale })).toThrow(new RangeError(`scale must be finite and > 0, got ${scale}`));
  }
  expect(() => gaussianErrors({ scale: { name: "s", lower: 0, upper: 1 } })).toThrow("s must have bounds");
  expect(() => gaussianErrors({ scale: 1 }).requireData([1, NaN])).toThrow(new RangeError("x must hold finite numbers, got NaN"));
});
