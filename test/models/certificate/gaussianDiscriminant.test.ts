import { expect, test } from "vitest";
import { gaussianDiscriminant } from "../../../src/models/certificate/gaussianDiscriminant.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";

type Row = readonly number[];
const rows = (n: number, seed: number, law: (z: () => number) => Row): Row[] => {
  const stream = Key.root(seed).stream();
  return Array.from({ length: n }, () => law(() => normal(stream)));
};

/** Share of fresh rows of either kind that are told right. */
async function accuracy(simulated: (z: () => number) => Row, real: (z: () => number) => Row, seed: number): Promise<number> {
  const n = 4_000;
  const looksReal = await gaussianDiscriminant().fit(rows(n, 4 * seed, simulated), rows(n, 4 * seed + 1, real), Key.root(0));
  const [ofSimulated, ofReal] = [looksReal(rows(n, 4 * seed + 2, simulated)), looksReal(rows(n, 4 * seed + 3, real))];
  return (ofSimulated.filter((said) => !said).length + ofReal.filter(Boolean).length) / (2 * n);
}

/**
 * Bayes' accuracy of two normals is ½ + ½ TV, TV in closed form. 8,000 verdicts: sd ≤ .0056, 6 sd = .034 (two-sided,
 * 2e-9 each, ten seeds × three: false alarm ≤ 6e-8); .01 is granted to parameters estimated from 4,000 rows.
 */
const TOLERANCE = 0.034;
const spread = (sd: number): number => {
  // N(0, 1) against N(0, sd²): the densities cross at ±c, c² = 2 ln(sd) sd²/(sd² − 1).
  const c = Math.sqrt((2 * Math.log(sd) * sd ** 2) / (sd ** 2 - 1));
  return 2 * (normalCdf(c) - normalCdf(c / sd));
};
test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])("it reaches Bayes' accuracy for means, spreads and correlations, seed %i", async (seed) => {
  const within = (value: number, tv: number): void => {
    expect(value).toBeGreaterThan(0.5 + tv / 2 - TOLERANCE - 0.01);
    expect(value).toBeLessThan(0.5 + tv / 2 + TOLERANCE);
  };
  const plain = (z: () => number): Row => [z(), z()];
  within(await accuracy(plain, (z) => [z() + 1, z()], seed), 2 * normalCdf(0.5) - 1);
  within(await accuracy((z) => [z()], (z) => [3 * z()], seed), spread(3));
  const opposite = (sign: number) => (z: () => number): Row => {
    const x = z();
    return [1e6 + x, sign * x];
  };
  expect(await accuracy(opposite(1), opposite(-1), seed)).toBeGreaterThan(0.99);
});

test("constant and collinear coordinates do no harm", async () => {
  const looksReal = await gaussianDiscriminant().fit(
    [[0, 0, 7], [1, 2, 7], [2, 4, 7]],
    [[10, 20, 7], [11, 22, 7], [12, 24, 7]],
    Key.root(0),
  );
  expect(looksReal([[1, 2, 7], [11, 22, 7]])).toEqual([false, true]);
  const same = await gaussianDiscriminant().fit([[5], [5]], [[5], [5]], Key.root(0));
  expect(same([[5]])).toEqual([false]);
});
