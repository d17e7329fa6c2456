import { expect } from "vitest";
import { Key } from "../../src/random/key.js";
import type { Stream } from "../../src/random/stream.js";
import { incompleteGamma } from "../../src/statistics/incompleteGamma.js";

/** Draws per check. */
export const DRAWS = 100_000;

/** False-alarm probability of one KS or χ² check. */
export const ALARM = 1e-9;

/** Cells of a χ² check are pooled until they expect this many draws. */
const CELL = 100;

/** Kurtosis above which the sample variance is too skewed for a bound of 6 standard errors. */
const SKEWED = 20;

/** Every stochastic test can be replayed at another seed: `TEST_SEED=7 npx vitest run …`. */
const seed = Number(process.env["TEST_SEED"] ?? 1);

/** @returns a stream of the test seed, named by its label */
export const streamOf = (label: string): Stream => Key.root(seed).fold(label).stream();

/** @returns independent draws of a sampler from the stream of a label */
export function drawMany(label: string, sample: (stream: Stream) => number, count = DRAWS): Float64Array {
  const stream = streamOf(label);
  return new Float64Array(count).map(() => sample(stream));
}

/**
 * The p-value of the one-sample Kolmogorov–Smirnov test.
 *
 * @param draws independent draws, shape [n]
 * @param cdf the continuous distribution function under test
 * @returns P(D ≥ the observed D), asymptotic
 * @source Kolmogorov 1933; finite-n correction: Stephens 1970
 */
export function ksPValue(draws: Float64Array, cdf: (x: number) => number): number {
  const n = draws.length;
  let distance = 0;
  draws.toSorted().forEach((x, i) => {
    const p = cdf(x);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  });
  const t = distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
  if (!(t > 0.3)) return t >= 0 ? 1 : NaN;
  let tail = 0;
  for (let j = 1; j <= 20; j++) tail += (j % 2 === 1 ? 2 : -2) * Math.exp(-2 * j * j * t * t);
  return tail;
}

/**
 * The p-value of Pearson's χ² test of draws of counts, neighbouring cells pooled.
 *
 * @param draws non-negative integers, shape [n]
 * @param pmf the probability of each count
 * @returns P(χ² ≥ the observed χ²); 0 if a draw is no count
 */
export function chiSquarePValue(draws: Float64Array, pmf: (k: number) => number): number {
  const counts = new Map<number, number>();
  for (const k of draws) {
    if (!(Number.isInteger(k) && k >= 0)) return 0;
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  const n = draws.length;
  let [cells, statistic, expected, observed, expectedLeft, observedLeft] = [0, 0, 0, 0, n, n];
  const close = (e: number, o: number): void => {
    cells++;
    statistic += (o - e) ** 2 / e;
  };
  for (let k = 0; expectedLeft > CELL * 2; k++) {
    const e = n * pmf(k);
    const o = counts.get(k) ?? 0;
    expected += e;
    observed += o;
    expectedLeft -= e;
    observedLeft -= o;
    if (expected < CELL || expectedLeft < CELL) continue;
    close(expected, observed);
    [expected, observed] = [0, 0];
  }
  close(expected + expectedLeft, observed + observedLeft);
  return cells === 1 ? 1 : incompleteGamma((cells - 1) / 2, statistic / 2).upper;
}

/** Asserts that draws follow a continuous law; false alarm 1e−9. */
export function expectCdf(draws: Float64Array, cdf: (x: number) => number): void {
  expect(ksPValue(draws, cdf)).toBeGreaterThan(ALARM);
}

/** Asserts that draws follow a law of counts; false alarm about 1e−9. */
export function expectPmf(draws: Float64Array, pmf: (k: number) => number): void {
  expect(chiSquarePValue(draws, pmf)).toBeGreaterThan(ALARM);
}

/**
 * Asserts that the sample mean, and the sample variance where the kurtosis is at most 20, lie within 6 standard
 * errors; false alarm 2e−9 each for a normal estimator, below 1e−7 for the most skewed laws tested.
 */
export function expectMoments(
  draws: Float64Array,
  law: { mean: number; variance: number; excessKurtosis: number },
): void {
  const n = draws.length;
  const mean = draws.reduce((sum, x) => sum + (x - law.mean), 0) / n;
  expect(Math.abs(mean) / Math.sqrt(law.variance / n)).toBeLessThan(6);
  if (law.excessKurtosis > SKEWED) return;
  const variance = draws.reduce((sum, x) => sum + (x - law.mean) ** 2, 0) / n;
  const error = law.variance * Math.sqrt((law.excessKurtosis + 2) / n);
  expect(Math.abs(variance - law.variance) / error).toBeLessThan(6);
}

/** Asserts that equal keys give equal draws and that another key gives others. */
export function expectReproducible(sample: (stream: Stream) => number): void {
  const draws = (label: string): number[] => Array.from(drawMany(label, sample, 200));
  expect(draws("same")).toEqual(draws("same"));
  expect(draws("same")).not.toEqual(draws("other"));
}
