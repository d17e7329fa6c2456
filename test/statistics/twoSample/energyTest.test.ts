import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import type { Stream } from "../../../src/random/stream.js";
import { energyDistance } from "../../../src/statistics/twoSample/energyDistance.js";
import { energyTest } from "../../../src/statistics/twoSample/energyTest.js";
import { permutationTest } from "../../../src/statistics/twoSample/permutationTest.js";
import { alarmCount, rejections, SEEDS } from "./nullSize.js";
import { reference } from "./reference.js";

const { x, y } = reference;
const key = Key.root(0);
const rows = (sample: readonly number[]): number[][] => sample.map((v) => [v]);

test("the statistic is the energy distance and p that of the plain permutation test, relabelling by relabelling", () => {
  const options = { permutations: 99, key };
  const fast = energyTest(x, y, options);
  expect(fast.statistic).toBeCloseTo(reference.energy_distance_v, 12);
  expect(fast.p).toBe(permutationTest(x, y, energyDistance, options).p);
  expect(energyTest(y, [x[0]], options).p).toBe(permutationTest(y, [x[0]], energyDistance, options).p);
});

test.each(SEEDS)("rejects a true null at most at its level: 4 against 20, and with ties, seed %i", (seed) => {
  // alarmCount: false alarm ≤ 1e-9 per seed and case
  const draws = 600;
  const p = (a: number[], b: number[], test: Key): number =>
    energyTest(rows(a), rows(b), { permutations: 39, key: test }).p;
  const rounded = (stream: Stream): number => Math.round(normal(stream));
  expect(rejections(seed, draws, [4, 20], (stream) => normal(stream), p)).toBeLessThan(alarmCount(draws, 0.05));
  expect(rejections(seed, draws, [20, 4], rounded, p)).toBeLessThan(alarmCount(draws, 0.05));
});

test.each(SEEDS)("separated samples get the smallest p-value there is, seed %i", (seed) => {
  // Only relabellings that reproduce the split are as extreme: 199 draws from C(75, 30) hit it with P < 1e-17
  const stream = Key.root(seed).fold("separated").stream();
  const a = Array.from({ length: 30 }, () => [stream.uniform()]);
  const b = Array.from({ length: 45 }, () => [10 + stream.uniform()]);
  expect(energyTest(a, b, { permutations: 199, key: Key.root(seed) }).p).toBe(1 / 200);
});

test("refuses empty, NaN and ragged data", () => {
  const options = { permutations: 9, key };
  expect(() => energyTest([], y, options)).toThrow("x must hold at least 1 rows, got 0");
  expect(() => energyTest(x, [[NaN, 0]], options)).toThrow("y[0][0] must be finite, got NaN");
  expect(() => energyTest([[0]], y, options)).toThrow(/^y\[0\] must have 1 coordinates/);
});
