import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { ksPValue } from "../../../src/statistics/twoSample/ksPValue.js";
import { ksDistanceToCdf } from "../../../src/statistics/twoSample/ksDistanceToCdf.js";
import { randomisedRank } from "../../../src/statistics/calibration/randomisedRank.js";

const stream = (seed: number) => Key.root(seed).stream();

test("lies in the share of ranks that are the truth's", () => {
  for (let seed = 0; seed < 50; seed++) {
    const above = randomisedRank(stream(seed), [1, 2, 3], 9);
    expect(above).toBeGreaterThanOrEqual(0.75);
    expect(above).toBeLessThan(1);
    expect(randomisedRank(stream(seed), [1, 2, 3], 0)).toBeLessThan(0.25);
    const between = randomisedRank(stream(seed), [3, 1, 2], 2.5);
    expect(between).toBeGreaterThanOrEqual(0.5);
    expect(between).toBeLessThan(0.75);
  }
});

test("is uniform where truth and ensemble are exchangeable, also with ties; false alarm 2e-6", () => {
  for (const draw of [normal, (s: ReturnType<typeof stream>) => Math.floor(3 * s.uniform())]) {
    const random = stream(1);
    const ranks = Array.from({ length: 4_000 }, () => randomisedRank(random, [0, 1, 2, 3].map(() => draw(random)), draw(random)));
    expect(ksPValue(ksDistanceToCdf(ranks, (t) => t), ranks.length)).toBeGreaterThan(1e-6);
  }
});

test("is not uniform where the ensemble is too narrow", () => {
  const random = stream(2);
  const ranks = Array.from({ length: 4_000 }, () => randomisedRank(random, [0, 1, 2, 3].map(() => 0.5 * normal(random)), normal(random)));
  expect(ksPValue(ksDistanceToCdf(ranks, (t) => t), ranks.length)).toBeLessThan(1e-6);
});

test("spreads the truth over the whole range if all values are tied", () => {
  const random = stream(3);
  const ranks = Array.from({ length: 1_000 }, () => randomisedRank(random, [7, 7], 7));
  expect(Math.min(...ranks)).toBeLessThan(0.05);
  expect(Math.max(...ranks)).toBeGreaterThan(0.95);
});

test("refuses an empty ensemble and what is not finite", () => {
  expect(() => randomisedRank(stream(0), [], 0)).toThrow(new RangeError("ensemble must hold at least 1 values, got 0"));
  expect(() => randomisedRank(stream(0), [NaN], 0)).toThrow(new RangeError("ensemble[0] must be finite, got NaN"));
  expect(() => randomisedRank(stream(0), [1], NaN)).toThrow(new RangeError("truth must be finite, got NaN"));
});
