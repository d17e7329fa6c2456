import { expect, test } from "vitest";
import { ksDistance } from "../../../src/statistics/twoSample/ksDistance.js";
import { ksExactPValue } from "../../../src/statistics/twoSample/ksExactPValue.js";
import { reference } from "./reference.js";

/** The distances of every split of a pool into the first group of size m and the rest, each equally likely. */
function allDistances(pool: readonly number[], m: number): number[] {
  const distances: number[] = [];
  for (let mask = 0; mask < 1 << pool.length; mask++) {
    const x = pool.filter((_, i) => (mask >> i) & 1);
    if (x.length === m) distances.push(ksDistance(x, pool.filter((_, i) => !((mask >> i) & 1))));
  }
  return distances;
}

test("golden value", () => {
  const { D, p_exact: p } = reference.ks_first_coordinate;
  expect(ksExactPValue(D, 30, 45)).toBeCloseTo(p, 14);
});

test("equals the enumeration of all splits of distinct values", () => {
  for (const [m, n] of [[1, 1], [2, 2], [3, 5], [4, 8], [6, 6], [1, 9]] as const) {
    const distances = allDistances(Array.from({ length: m + n }, (_, i) => i), m);
    for (const d of new Set(distances)) {
      const share = distances.filter((other) => other >= d - 1e-12).length / distances.length;
      expect(ksExactPValue(d, m, n), `${m}, ${n}, D = ${d}`).toBeCloseTo(share, 13);
    }
  }
});

test("with ties, P(p ≤ a) ≤ a for every a, by enumeration", () => {
  for (const pool of [
    [0, 0, 0, 1, 1, 1, 1, 2, 2, 3],
    [0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
    [1, 2, 2, 3, 3, 4, 4, 5, 6, 7],
  ]) {
    for (const m of [2, 3, 5]) {
      const p = allDistances(pool, m).map((d) => ksExactPValue(d, m, pool.length - m));
      for (const a of new Set(p)) {
        expect(p.filter((value) => value <= a).length / p.length).toBeLessThanOrEqual(a + 1e-12);
      }
    }
  }
});

test("is symmetric, 1 at D = 0, keeps its digits in the far tail, and rounds a distance up to the lattice", () => {
  expect(ksExactPValue(0, 4, 7)).toBe(1);
  expect(ksExactPValue(0.5, 6, 20)).toBeCloseTo(ksExactPValue(0.5, 20, 6), 14);
  let splits = 1; // C(120, 60); D = 1 for two of the splits
  for (let i = 1; i <= 60; i++) splits *= (60 + i) / i;
  expect(ksExactPValue(1, 60, 60) * (splits / 2)).toBeCloseTo(1, 12);
  expect(ksExactPValue(0.4, 2, 2)).toBe(ksExactPValue(0.5, 2, 2));
});

test("rejects arguments outside their domain", () => {
  for (const d of [-0.1, 1.1, NaN]) expect(() => ksExactPValue(d, 2, 2)).toThrow(/^distance must be in \[0, 1\]/);
  for (const size of [0, 1.5, NaN]) {
    expect(() => ksExactPValue(0.5, size, 2)).toThrow(/^m must be an integer ≥ 1/);
    expect(() => ksExactPValue(0.5, 2, size)).toThrow(/^n must be an integer ≥ 1/);
  }
});
