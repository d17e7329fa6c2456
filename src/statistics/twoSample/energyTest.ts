import { checkRows, type Rows } from "./checkSample.js";
import { pairTable } from "./pairTable.js";
import { permutationTest, type PermutationOptions, type PermutationResult } from "./permutationTest.js";
import { squaredDistance } from "../kernels/squaredDistance.js";

/**
 * Permutation test of equality in law by the energy distance, on one table of distances.
 *
 * See `energyDistance` for the statistic and `permutationTest` for the p-value; a relabelling costs
 * O(min(m, n)² + m + n).
 *
 * @param x shape [m][d], m ≥ 1, finite
 * @param y shape [n][d], n ≥ 1, finite, in the units of x
 * @param options how many relabellings, and their key
 * @returns the energy distance and its p-value
 * @throws RangeError if a sample is empty or not finite, or rows differ in length
 * @source Székely & Rizzo 2013, "Energy statistics: a class of statistics based on distances"; Phipson & Smyth 2010,
 *   "Permutation p-values should never be zero"
 * @example energyTest([[0]], [[0]], { permutations: 9, key: Key.root(0) }).p // => 1
 */
export function energyTest(x: Rows, y: Rows, options: PermutationOptions): PermutationResult {
  checkRows({ x, y });
  const [m, n] = [x.length, y.length];
  const sums = pairTable([...x, ...y], (p, q) => Math.sqrt(squaredDistance(p, q)));
  const statistic = (a: readonly number[], b: readonly number[]): number => {
    const { withinX, withinY, between } = sums(a, b);
    return (2 * between) / (m * n) - withinX / (m * m) - withinY / (n * n);
  };
  const indices = Array.from({ length: m + n }, (_, i) => i);
  return permutationTest(indices.slice(0, m), indices.slice(m), statistic, options);
}
