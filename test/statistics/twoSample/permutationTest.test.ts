import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { ksDistance } from "../../../src/statistics/twoSample/ksDistance.js";
import { ksExactPValue } from "../../../src/statistics/twoSample/ksExactPValue.js";
import { permutationTest } from "../../../src/statistics/twoSample/permutationTest.js";
import { incompleteBeta } from "../../../src/statistics/incompleteBeta.js";
import { reference } from "./reference.js";

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const meanGap = (x: readonly number[], y: readonly number[]): number => Math.abs(mean(x) - mean(y));
const key = Key.root(0);

test("p = (b + 1)/(k + 1): never 0, a multiple of 1/(k + 1), 1 when nothing can differ", () => {
  const far = permutationTest([1, 2, 3, 4, 5, 6, 7, 8], [91, 92, 93, 94, 95, 96, 97, 98], meanGap, { permutations: 19, key });
  expect(far.statistic).toBe(90);
  expect(far.p).toBeGreaterThanOrEqual(1 / 20);
  expect((far.p * 20) % 1).toBeCloseTo(0, 12);
  expect(permutationTest([1, 1, 1], [1], meanGap, { permutations: 19, key }).p).toBe(1);
});

test("counts what enumeration counts, at unequal sizes and with ties", () => {
  // b ~ Binomial(k, exact share): each tail bounded by 1e-9, so below 1e-8 in all
  const permutations = 4000;
  for (const [x, y, exact] of [
    [[10, 10, 10], [0], 1 / 4], // a split into halves never reaches 10 and says 0
    [[0, 0, 1], [1, 1, 1, 1], 3 / 21], // the two zeros together among the three
    [[5], [1, 2, 3, 4], 2 / 5],
  ] as const) {
    const { p } = permutationTest(x, y, meanGap, { permutations, key });
    const asLarge = Math.round(p * (permutations + 1)) - 1;
    expect(incompleteBeta(exact, asLarge, permutations - asLarge + 1)).toBeGreaterThan(1e-9);
    expect(incompleteBeta(1 - exact, permutations - asLarge, asLarge + 1)).toBeGreaterThan(1e-9);
  }
});

test("rounding does not break ties: sums of the same tenths in another order", () => {
  // every split has the same multiset of rounded sums up to rounding error, so p must be 1
  const statistic = (x: readonly number[], y: readonly number[]): number => [...x, ...y].reduce((sum, v) => sum + v, 0);
  expect(permutationTest([0.1, 0.7, 0.3], [0.2, 0.6, 1e3], statistic, { permutations: 200, key }).p).toBe(1);
});

test("hands the statistic the samples as given first, then relabellings of the same sizes and the same pool", () => {
  const seen: [readonly string[], readonly string[]][] = [];
  const statistic = (x: readonly string[], y: readonly string[]): number => seen.push([x, y]);
  permutationTest(["a", "b"], ["c", "d", "e"], statistic, { permutations: 50, key });
  expect(seen[0]).toEqual([["a", "b"], ["c", "d", "e"]]);
  expect(seen).toHaveLength(51);
  for (const [x, y] of seen) {
    expect(x).toHaveLength(2);
    expect([...x, ...y].sort()).toEqual(["a", "b", "c", "d", "e"]);
  }
  expect(new Set(seen.map(([x]) => [...x].sort().join(""))).size).toBe(10);
});

test("with the KS distance it finds the exact p-value", () => {
  const [x, y] = [reference.x.map(([v]) => v), reference.y.map(([v]) => v)];
  const permutations = 3000;
  const { p, statistic } = permutationTest(x, y, ksDistance, { permutations, key });
  const exact = ksExactPValue(statistic, 30, 45);
  // 6 sigma of the binomial share, plus the +1 of the formula: false alarm below 1e-8
  expect(Math.abs(p - exact)).toBeLessThan(6 * Math.sqrt((exact * (1 - exact)) / permutations) + 1 / permutations);
});

test("equal keys give equal p-values, other keys other relabellings", () => {
  const [x, y] = [reference.x.map(([v]) => v), reference.y.map(([v]) => v)];
  const p = (seed: number): number => permutationTest(x, y, meanGap, { permutations: 999, key: Key.root(seed) }).p;
  expect(p(1)).toBe(p(1));
  expect(new Set([1, 2, 3, 4, 5].map(p)).size).toBeGreaterThan(1);
});

test("refuses empty samples, no relabellings and statistics that are not finite", () => {
  const options = { permutations: 9, key };
  expect(() => permutationTest([], [1], meanGap, options)).toThrow("x must hold at least 1 value, got 0");
  expect(() => permutationTest([1], [], meanGap, options)).toThrow("y must hold at least 1 value, got 0");
  expect(() => permutationTest([1], [NaN], meanGap, options)).toThrow("statistic must be finite, got NaN");
  for (const permutations of [0, -1, 1.5, NaN]) {
    expect(() => permutationTest([1], [2], meanGap, { permutations, key })).toThrow(/^permutations must be an integer ≥ 1/);
  }
});
