import { checkRows, type Rows } from "./checkSample.js";
import type { Kernel } from "../kernels/gaussianKernel.js";
import { pairTable } from "./pairTable.js";
import { permutationTest, type PermutationOptions, type PermutationResult } from "./permutationTest.js";

/**
 * Permutation test of equality in law by the unbiased MMD², on one table of kernel values.
 *
 * See `mmd` for the statistic and `permutationTest` for the p-value; a relabelling costs O(min(m, n)² + m + n).
 *
 * @param x shape [m][d], m ≥ 2, finite
 * @param y shape [n][d], n ≥ 2, finite, in the units of x
 * @param kernel k, symmetric and finite; chosen beforehand, or from the pool alone (`medianHeuristic`)
 * @param options how many relabellings, and their key
 * @returns MMD²_u and its p-value
 * @throws RangeError if a sample is too short or not finite, rows differ in length, or k is not finite
 * @source Gretton et al. 2012, "A kernel two-sample test", equation 3; Phipson & Smyth 2010, "Permutation p-values
 *   should never be zero"
 * @example mmdTest([[0], [0]], [[0], [0]], gaussianKernel(1), { permutations: 9, key: Key.root(0) }).p // => 1
 */
export function mmdTest(x: Rows, y: Rows, kernel: Kernel, options: PermutationOptions): PermutationResult {
  checkRows({ x, y }, 2);
  const [m, n] = [x.length, y.length];
  const sums = pairTable([...x, ...y], kernel);
  const statistic = (a: readonly number[], b: readonly number[]): number => {
    const { withinX, withinY, between } = sums(a, b);
    return withinX / (m * (m - 1)) + withinY / (n * (n - 1)) - (2 * between) / (m * n);
  };
  const indices = Array.from({ length: m + n }, (_, i) => i);
  return permutationTest(indices.slice(0, m), indices.slice(m), statistic, options);
}
