import { describe, expect, test } from "vitest";
import { adaptiveImportance } from "../../../src/models/oracles/adaptiveImportance.js";
import { Key } from "../../../src/random/key.js";

const box = { lower: Float64Array.of(-4, -4), upper: Float64Array.of(4, 4) };
/** A normal density with correlation .9, standard deviations .3: it has hardly any mass outside the box. */
const normal = (z: ArrayLike<number>): number => {
  const [a, b] = [z[0] / 0.3, (z[1] - 1) / 0.3];
  return -(a * a - 1.8 * a * b + b * b) / (2 * 0.19);
};
const exact = Math.log((2 * Math.PI * 0.09 * Math.sqrt(0.19)) / 64);
const budget = { draws: 1000, rounds: 3 };

describe.each(Array.from({ length: 10 }, (_, seed) => seed))("seed %i", (seed) => {
  const sample = adaptiveImportance(normal, box, [], budget, Key.root(seed).stream());

  /** The relative error of the integral has standard deviation √(1/ess − 1/n) ≤ 1/√ess: seven of them. */
  test("the integral, from nothing but the uniform law", () => {
    expect(Math.abs(sample.logMean - exact)).toBeLessThan(7 / Math.sqrt(sample.ess));
  });

  /** A Student law of 5 degrees against a normal in two dimensions gives an ESS of .8 n; a tenth is uniform. */
  test("the proposal has learned: a third of the draws count", () => {
    expect(sample.ess).toBeGreaterThan(budget.draws / 3);
  });

  test("weighted draws have the moments of the density", () => {
    const mean = (f: (z: Float64Array) => number): number => sample.points.reduce((sum, z, i) => sum + sample.weights[i] * f(z), 0);
    expect(Math.abs(mean((z) => z[0]))).toBeLessThan(7 * (0.3 / Math.sqrt(sample.ess)));
    expect(Math.abs(mean((z) => z[1] - 1))).toBeLessThan(7 * (0.3 / Math.sqrt(sample.ess)));
    // Var(ab) = .09² (1 + .81) for normal (a, b).
    expect(Math.abs(mean((z) => z[0] * (z[1] - 1)) - 0.081)).toBeLessThan(7 * 0.09 * Math.sqrt(1.81 / sample.ess));
    expect(sample.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  });
});

/** Unbiased for every proposal, also without adaptation: the mean of 400 estimates from 50 draws, at 7 standard errors. */
test.each([0, 2])("with %i rounds the mean of the estimates is the integral", (rounds) => {
  const estimates = Array.from({ length: 400 }, (_, i) =>
    Math.exp(adaptiveImportance(normal, box, [], { draws: 50, rounds }, Key.root(i % 10).fold(i).stream()).logMean - exact),
  );
  const mean = estimates.reduce((sum, value) => sum + value, 0) / 400;
  const variance = estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399;
  expect(Math.abs(mean - 1)).toBeLessThan(7 * Math.sqrt(variance / 400));
});

test("a density cut by the box, and one that is zero", () => {
  const corner = (z: ArrayLike<number>): number => (z[0] > 3 && z[1] > 3 ? 0 : -Infinity);
  const sample = adaptiveImportance(corner, box, [], budget, Key.root(0).stream());
  expect(Math.abs(sample.logMean - Math.log(1 / 64))).toBeLessThan(7 / Math.sqrt(sample.ess));
  const nothing = adaptiveImportance(() => -Infinity, box, [], budget, Key.root(0).stream());
  expect([nothing.logMean, nothing.ess, nothing.points.length]).toEqual([-Infinity, 0, 1000]);
});

test("equal streams give equal samples; bad input is refused", () => {
  const run = (options: typeof budget, f = normal) => adaptiveImportance(f, box, [], options, Key.root(1).stream());
  expect(run(budget)).toEqual(run(budget));
  expect(() => run({ draws: 1, rounds: 0 })).toThrow(new RangeError("draws must be an integer ≥ 2, got 1"));
  expect(() => run({ draws: 10, rounds: NaN })).toThrow(new RangeError("rounds must be an integer ≥ 0, got NaN"));
  expect(() => run(budget, () => NaN)).toThrow(new RangeError("a log density must be a number or −∞, got NaN"));
});
