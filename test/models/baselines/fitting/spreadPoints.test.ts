import { expect, test } from "vitest";
import { spreadPoints } from "../../../../src/models/baselines/fitting/spreadPoints.js";

test("multiples of √2, √3, … from ½", () => {
  expect(spreadPoints(3, 2)[2]).toEqual([expect.closeTo(2 * Math.SQRT2 + 0.5 - 3, 12), expect.closeTo(2 * Math.sqrt(3) + 0.5 - 3, 12)]);
});

test("tenths of every coordinate are filled far more evenly than by chance, which gives Σ (count − 10)² = 90 on average", () => {
  const counts = Array.from({ length: 12 }, () => new Array<number>(10).fill(0));
  for (const point of spreadPoints(100, 12)) point.forEach((u, j) => counts[j][Math.floor(10 * u)]++);
  for (const row of counts) expect(row.reduce((sum, count) => sum + (count - 10) ** 2, 0)).toBeLessThan(90 / 2);
});

test("fewer points are the first of more; no dimension has empty points", () => {
  expect(spreadPoints(3, 4)).toEqual(spreadPoints(9, 4).slice(0, 3));
  expect(spreadPoints(2, 0)).toEqual([[], []]);
});

test("refuses bad input", () => {
  for (const bad of [0, 1.5, NaN]) expect(() => spreadPoints(bad, 1)).toThrow(new RangeError(`count must be an integer ≥ 1, got ${bad}`));
  for (const bad of [-1, 13, NaN]) expect(() => spreadPoints(1, bad)).toThrow(new RangeError(`dimension must be an integer in [0, 12], got ${bad}`));
});
