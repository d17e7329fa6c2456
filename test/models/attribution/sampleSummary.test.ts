import { expect, test } from "vitest";
import { sampleSummary } from "../../../src/models/attribution/sampleSummary.js";

test("mean, spread and quantiles of 1 … 20, in any order", () => {
  const values = Array.from({ length: 20 }, (_, i) => ((7 * i) % 20) + 1);
  const { mean, sd, quantiles } = sampleSummary(values);
  expect(mean).toBeCloseTo(10.5, 12);
  expect(sd).toBeCloseTo(Math.sqrt((20 ** 2 - 1) / 12), 12);
  expect(quantiles).toEqual([
    { level: 0.05, value: 1 },
    { level: 0.25, value: 5 },
    { level: 0.5, value: 10 },
    { level: 0.75, value: 15 },
    { level: 0.95, value: 19 },
  ]);
});

test("numbers are sorted as numbers, and one value is its own summary", () => {
  expect(sampleSummary([10, 9, -1]).quantiles.map(({ value }) => value)).toEqual([-1, -1, 9, 10, 10]);
  expect(sampleSummary([3])).toMatchObject({ mean: 3, sd: 0 });
});

test("no value, and values that are not finite, are refused", () => {
  expect(() => sampleSummary([])).toThrow(new RangeError("values must hold at least one number, got none"));
  expect(() => sampleSummary([1, NaN])).toThrow(new RangeError("values must be finite, got NaN"));
  expect(() => sampleSummary([-Infinity])).toThrow(new RangeError("values must be finite, got -Infinity"));
});
