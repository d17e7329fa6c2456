import { checkRows, type Rows } from "./checkSample.js";
import type { Kernel } from "../kernels/gaussianKernel.js";

/** Mean of k over pairs of different points of one sample. */
function meanWithin(rows: Rows, kernel: Kernel): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < i; j++) sum += kernel(rows[i], rows[j]);
  }
  return sum / ((rows.length * (rows.length - 1)) / 2);
}

/** Mean of k over pairs of one point of each sample. */
function meanBetween(x: Rows, y: Rows, kernel: Kernel): number {
  let sum = 0;
  for (const a of x) for (const b of y) sum += kernel(a, b);
  return sum / (x.length * y.length);
}

/**
 * Unbiased estimate of the squared maximum mean discrepancy: a U-statistic, so it can be negative.
 *
 * MMD²_u = Σ_{i≠j} k(x_i, x_j)/(m(m−1)) + Σ_{i≠j} k(y_i, y_j)/(n(n−1)) − 2 Σ_{i,j} k(x_i, y_j)/(mn)
 *
 * @param x shape [m][d], m ≥ 2, finite
 * @param y shape [n][d], n ≥ 2, finite, in the units of x
 * @param kernel k, symmetric and finite
 * @returns an estimate of ‖μ_P − μ_Q‖², in the units of k; in [−2, 2] for a kernel in [0, 1]
 * @throws RangeError if a sample is too short or not finite, rows differ in length, or k is not finite
 * @source Gretton et al. 2012, "A kernel two-sample test", Lemma 6, equation 3
 * @example mmd([[0], [0]], [[9], [9]], gaussianKernel(0.1)) // => 2
 */
export function mmd(x: Rows, y: Rows, kernel: Kernel): number {
  checkRows({ x, y }, 2);
  const value = meanWithin(x, kernel) + meanWithin(y, kernel) - 2 * meanBetween(x, y, kernel);
  if (!Number.isFinite(value)) throw new RangeError(`kernel must be finite on the data, got a mean of ${value}`);
  return value;
}
