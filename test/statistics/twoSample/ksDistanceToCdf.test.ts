import { expect, test } from "vitest";
import { ksDistanceToCdf } from "../../../src/statistics/twoSample/ksDistanceToCdf.js";
import { reference } from "./reference.js";

const x = reference.x.map(([v]) => v);
const logistic = (t: number): number => 1 / (1 + Math.exp(-t));

test("golden value", () => {
  // SciPy 1.17.1, 2026-11-20: ks_1samp(x, logistic.cdf).statistic, first coordinate of fixtures/two-sample.json
  expect(ksDistanceToCdf(x, logistic)).toBeCloseTo(0.30229621957549996, 14);
});

test("equals the definition: the gap on both sides of each jump, ties included", () => {
  const sample = [0.1, 0.4, 0.4, 0.4, 0.9];
  const gaps = sample.flatMap((t) => [
    Math.abs(sample.filter((v) => v <= t).length / 5 - t),
    Math.abs(sample.filter((v) => v < t).length / 5 - t),
  ]);
  expect(ksDistanceToCdf(sample, (t) => t)).toBeCloseTo(Math.max(...gaps), 14);
});

test("is smallest, 1/(2n), on the mid-quantiles and 1 when the sample misses the law", () => {
  const n = 8;
  const mid = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
  expect(ksDistanceToCdf(mid, (t) => t)).toBe(1 / 16);
  expect(ksDistanceToCdf([5, 6], (t) => Math.min(t, 1))).toBe(1);
});

test("is blind to an increasing map of data and law, and to order", () => {
  const d = ksDistanceToCdf(x, logistic);
  expect(ksDistanceToCdf(x.map(Math.exp), (t) => logistic(Math.log(t)))).toBeCloseTo(d, 14);
  expect(ksDistanceToCdf([...x].reverse(), logistic)).toBe(d);
});

test("refuses bad data and functions that are no distribution function", () => {
  expect(() => ksDistanceToCdf([], logistic)).toThrow("x must hold at least 1 values, got 0");
  expect(() => ksDistanceToCdf([NaN], logistic)).toThrow("x[0] must be finite, got NaN");
  expect(() => ksDistanceToCdf([1], () => NaN)).toThrow("cdf must be in [0, 1], got NaN at 1");
  expect(() => ksDistanceToCdf([1, 2], (t) => 1 / t)).toThrow(/^cdf must not decrease/);
});
