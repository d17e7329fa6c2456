import { expect, test } from "vitest";
import { boxMixture, isInside } from "../../../src/models/oracles/boxMixture.js";
import { studentLaw } from "../../../src/models/oracles/studentLaw.js";
import { Key } from "../../../src/random/key.js";

const box = { lower: Float64Array.of(0, 1), upper: Float64Array.of(2, 4) };
const far = { law: studentLaw([10, 10], [[1e-4, 0], [0, 1e-4]], 5), weight: 3 };
const near = { law: studentLaw([1, 2], [[0.1, 0], [0, 0.1]], 5), weight: 1 };

test("every component gets its share of the draws", () => {
  const draws = boxMixture(box, 0.2, [far, near]).sample(Key.root(0).stream(), 1000);
  expect(draws).toHaveLength(1000);
  expect(draws.slice(0, 200).every((z) => isInside(box, z))).toBe(true);
  expect(draws.slice(200, 800).every(([a, b]) => Math.abs(a - 10) + Math.abs(b - 10) < 5)).toBe(true);
  expect(draws.slice(800).every(([a]) => a < 8)).toBe(true);
});

test("its density, inside and outside the box", () => {
  const { logDensity } = boxMixture(box, 0.2, [far, near]);
  const students = (z: number[]): number => 0.6 * Math.exp(far.law.logDensity(z)) + 0.2 * Math.exp(near.law.logDensity(z));
  expect(Math.exp(logDensity([1, 2]))).toBeCloseTo(0.2 / 6 + students([1, 2]), 12);
  expect(Math.exp(logDensity([3, 2]))).toBeCloseTo(students([3, 2]), 12);
  expect(boxMixture(box, 1, []).logDensity([1, 2])).toBeCloseTo(-Math.log(6), 12);
  expect(boxMixture(box, 1, []).logDensity([3, 2])).toBe(-Infinity);
});

test("inside means within all bounds, and NaN is nowhere", () => {
  expect([[0, 1], [2, 4], [1, 2]].map((z) => isInside(box, z))).toEqual([true, true, true]);
  expect([[-1e-9, 2], [1, 4.1], [NaN, 2]].map((z) => isInside(box, z))).toEqual([false, false, false]);
});

test("refuses a share that is none", () => {
  for (const [share, components] of [[0, [near]], [1, [near]], [NaN, [near]], [0.5, []]] as const) {
    expect(() => boxMixture(box, share, components)).toThrow(new RangeError(`uniformShare must be in (0, 1), or 1 alone, got ${share}`));
  }
});
