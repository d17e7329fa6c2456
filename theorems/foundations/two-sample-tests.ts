import {
  energyTest,
  gaussianKernel,
  type Key,
  ksDistance,
  ksExactPValue,
  medianHeuristic,
  mmdTest,
  permutationTest,
} from "simverdict";

/** Relabellings per test: P(b ≤ 1) = 2/40, so a permutation test at .05 is exact without ties. */
export const PERMUTATIONS = 39;

/** The p-value of two univariate samples; the key is for whatever the test draws. */
export type TwoSampleTest = (x: readonly number[], y: readonly number[], key: Key) => number;

export type Relabelling = typeof permutationTest;

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
export const meanDifference = (x: readonly number[], y: readonly number[]): number => Math.abs(mean(x) - mean(y));

/** A relabelling test of a statistic. */
export const testBy =
  (relabelling: Relabelling, statistic: (x: readonly number[], y: readonly number[]) => number): TwoSampleTest =>
  (x, y, key) =>
    relabelling(x, y, statistic, { permutations: PERMUTATIONS, key }).p;

export const points = (values: readonly number[]): number[][] => values.map((v) => [v]);

/** The tests that the suite relies on. */
export const TESTS: Readonly<Record<string, TwoSampleTest>> = {
  "mean-difference": testBy(permutationTest, meanDifference),
  energy: (x, y, key) => energyTest(points(x), points(y), { permutations: PERMUTATIONS, key }).p,
  mmd: (x, y, key) => {
    const [a, b] = [points(x), points(y)];
    return mmdTest(a, b, gaussianKernel(medianHeuristic(a, b)), { permutations: PERMUTATIONS, key }).p;
  },
  ks: (x, y) => ksExactPValue(ksDistance(x, y), x.length, y.length),
  "ks-permuted": testBy(permutationTest, ksDistance),
};

/** The smallest p of four kernels, each tested on the same labelled data. */
export const bestBandwidth: TwoSampleTest = (x, y, key) =>
  Math.min(
    ...[0.1, 0.3, 1, 3].map((h) => mmdTest(points(x), points(y), gaussianKernel(h), { permutations: PERMUTATIONS, key }).p),
  );

/** Relabels the pool into two halves, whatever the sizes of the samples. */
export const halving: Relabelling = (x, y, statistic, { permutations, key }) => {
  const [left, right] = [Array.from(x), Array.from(y)];
  const observed = statistic(left, right);
  const pool = [...left, ...right];
  const half = Math.ceil(pool.length / 2);
  const stream = key.stream();
  let asLarge = 0;
  for (let k = 0; k < permutations; k++) {
    const shuffled = pool.map((value) => ({ value, at: stream.uniform() })).sort((a, b) => a.at - b.at);
    const values = shuffled.map(({ value }) => value);
    if (statistic(values.slice(0, half), values.slice(half)) >= observed) asLarge++;
  }
  return { statistic: observed, p: (asLarge + 1) / (permutations + 1) };
};

/** Leaves the observed labelling out of the count: p = b/k. */
export const withoutObserved: Relabelling = (x, y, statistic, options) => {
  const { p, statistic: observed } = permutationTest(x, y, statistic, options);
  return { statistic: observed, p: (p * (options.permutations + 1) - 1) / options.permutations };
};
