import { describe, expect, test } from "vitest";
import { inferiority, type NonInferiorityOptions, type PairedScores, worsening } from "../../../src/leaderboard/gate/inferiority.js";
import { bernoulli } from "../../../src/random/bernoulli.js";
import { Key } from "../../../src/random/key.js";

const OPTIONS: NonInferiorityOptions = { direction: "lower", range: [0, 1], margin: 0.05, alpha: 1e-4 };
/** Errors of rates b and c on the same cases, independent of each other. */
function draws(seed: number, n: number, b: number, c: number): PairedScores {
  const stream = Key.root(seed).stream();
  const base = new Float64Array(n);
  return { base: base.map(() => bernoulli(stream, b)), current: base.map(() => bernoulli(stream, c)) };
}

describe("ten seeds of 4,000 cases, each decision wrong with probability ≤ 1e-4, and each undecided with less", () => {
  const seeds = Array.from({ length: 10 }, (_, seed) => seed);

  test("an error .2 above the old one, at a margin of .05, is worse; .2 below is not", () => {
    for (const seed of seeds) {
      expect(inferiority(draws(seed, 4_000, 0.2, 0.4), OPTIONS)).toBe("worse");
      expect(inferiority(draws(seed, 4_000, 0.4, 0.2), OPTIONS)).toBe("not worse");
      expect(inferiority(draws(seed, 4_000, 0.4, 0.2), { ...OPTIONS, direction: "higher" })).toBe("worse");
    }
  });

  test("equal errors are not worse, and a few cases decide nothing", () => {
    for (const seed of seeds) {
      const same = draws(seed, 4_000, 0.2, 0.2).base;
      expect(inferiority({ base: same, current: same }, OPTIONS)).toBe("not worse");
      expect(inferiority(draws(seed, 20, 0.2, 0.2), OPTIONS)).toBe("undecided");
    }
  });
});

test("the interval and the decision agree, at every margin", () => {
  const scores = draws(3, 2_000, 0.2, 0.3);
  const { mean, lower, upper } = worsening(scores, OPTIONS);
  expect(mean).toBeCloseTo(scores.current.length === 0 ? 0 : (sum(scores.current) - sum(scores.base)) / 2_000, 12);
  for (const margin of [0.01, lower - 1e-6, lower + 1e-6, mean, upper - 1e-6, upper + 1e-6, 0.3]) {
    const expected = lower > margin ? "worse" : upper < margin ? "not worse" : "undecided";
    expect(inferiority(scores, { ...OPTIONS, margin })).toBe(expected);
  }
});

test("another unit of the score changes nothing", () => {
  const { base, current } = draws(4, 2_000, 0.2, 0.3);
  const scaled = (scores: ArrayLike<number>): number[] => Array.from(scores, (score) => 10 + 4 * score);
  const other = { base: scaled(base), current: scaled(current) };
  const options: NonInferiorityOptions = { ...OPTIONS, range: [10, 14], margin: 0.2 };
  expect(inferiority(other, options)).toBe(inferiority({ base, current }, OPTIONS));
  expect(worsening(other, options).lower).toBeCloseTo(4 * worsening({ base, current }, OPTIONS).lower, 6);
});

test.each<[Partial<PairedScores>, Partial<NonInferiorityOptions>, string]>([
  [{}, { margin: 0 }, "the margin must be above 0 and below 1, the width of the metric's range, got 0"],
  [{}, { margin: 1 }, "got 1"],
  [{}, { margin: NaN }, "got NaN"],
  [{}, { alpha: 0.5 }, "alpha must be in (0, 1/2), got 0.5"],
  [{}, { alpha: NaN }, "got NaN"],
  [{ base: [0] }, {}, "as many, and at least one, got 1 and 2"],
  [{ base: [], current: [] }, {}, "got 0 and 0"],
  [{ base: [0, NaN] }, {}, "a score of case 1 is NaN, not in [0, 1]"],
  [{ current: [0, 1.5] }, {}, "a score of case 1 is 1.5, not in [0, 1]"],
])("%j, %j: %s", (scores, options, message) => {
  expect(() => inferiority({ base: [0, 1], current: [1, 0], ...scores }, { ...OPTIONS, ...options })).toThrow(message);
});

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
