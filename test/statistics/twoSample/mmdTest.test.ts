import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import type { Stream } from "../../../src/random/stream.js";
import { gaussianKernel } from "../../../src/statistics/kernels/gaussianKernel.js";
import { medianHeuristic } from "../../../src/statistics/twoSample/medianHeuristic.js";
import { mmd } from "../../../src/statistics/twoSample/mmd.js";
import { mmdTest } from "../../../src/statistics/twoSample/mmdTest.js";
import { permutationTest } from "../../../src/statistics/twoSample/permutationTest.js";
import { alarmCount, rejections, SEEDS } from "./nullSize.js";
import { reference } from "./reference.js";

const { x, y } = reference;
const kernel = gaussianKernel(1);
const key = Key.root(0);
const rows = (sample: readonly number[]): number[][] => sample.map((v) => [v]);

test("the statistic is MMD² and the p-value that of the plain permutation test, relabelling by relabelling", () => {
  const options = { permutations: 99, key };
  const fast = mmdTest(x, y, kernel, options);
  const plain = permutationTest(x, y, (a, b) => mmd(a, b, kernel), options);
  expect(fast.statistic).toBeCloseTo(reference.mmd2_unbiased_gaussian.value, 13);
  expect(fast.p).toBe(plain.p);
  expect(mmdTest(y, x.slice(0, 3), kernel, options).p).toBe(
    permutationTest(y, x.slice(0, 3), (a, b) => mmd(a, b, kernel), options).p,
  );
});

test.each(SEEDS)("rejects a true null at most at its level: 4 against 20, and with ties, seed %i", (seed) => {
  // alarmCount: false alarm ≤ 1e-9 per seed and case
  const draws = 600;
  const p = (a: number[], b: number[], test: Key): number => {
    if (new Set([...a, ...b]).size === 1) return 1;
    const bandwidth = medianHeuristic(rows(a), rows(b));
    return mmdTest(rows(a), rows(b), gaussianKernel(bandwidth), { permutations: 39, key: test }).p;
  };
  const rounded = (stream: Stream): number => Math.round(normal(stream));
  expect(rejections(seed, draws, [4, 20], (stream) => normal(stream), p)).toBeLessThan(alarmCount(draws, 0.05));
  expect(rejections(seed, draws, [4, 20], rounded, p)).toBeLessThan(alarmCount(draws, 0.05));
});

test.each(SEEDS)("separated samples get the smallest p-value there is, seed %i", (seed) => {
  // Only relabellings that reproduce the split are as extreme: 199 draws from C(75, 30) hit it with P < 1e-17
  const stream = Key.root(seed).fold("separated").stream();
  const a = Array.from({ length: 30 }, () => [stream.uniform()]);
  const b = Array.from({ length: 45 }, () => [10 + stream.uniform()]);
  expect(mmdTest(a, b, kernel, { permutations: 199, key: Key.root(seed) }).p).toBe(1 / 200);
});

test("refuses short and NaN data, and a kernel that is not finite", () => {
  const options = { permutations: 9, key };
  expect(() => mmdTest([[0, 0]], y, kernel, options)).toThrow("x must hold at least 2 rows, got 1");
  expect(() => mmdTest(x, [[0, 0], [NaN, 0]], kernel, options)).toThrow("y[1][0] must be finite, got NaN");
  expect(() => mmdTest(x, y, () => NaN, options)).toThrow(/^kernel must be finite/);
});
