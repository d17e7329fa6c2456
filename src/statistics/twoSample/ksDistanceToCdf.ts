import { checkSample } from "./checkSample.js";

/**
 * One-sample Kolmogorov–Smirnov distance to a continuous law.
 *
 * D = sup_t |F_n(t) − F(t)| = max_i max(i/n − F(x_(i)), F(x_(i)) − (i−1)/n)
 *
 * @param x shape [n], n ≥ 1, finite
 * @param cdf F, continuous and non-decreasing, with values in [0, 1]
 * @returns D in [1/(2n), 1]
 * @throws RangeError if the sample is empty or not finite, or F leaves [0, 1] or decreases on the data
 * @source Kolmogorov 1933; Stephens 1970, "Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics
 *   without extensive tables"
 * @example ksDistanceToCdf([0.25, 0.75], (t) => t) // => 0.25
 */
export function ksDistanceToCdf(x: ArrayLike<number>, cdf: (t: number) => number): number {
  checkSample("x", x);
  const sorted = Float64Array.from(x).sort();
  const n = sorted.length;
  let largest = 0;
  let previous = 0;
  for (let i = 0; i < n; i++) {
    const f = cdf(sorted[i]);
    if (!(f >= 0 && f <= 1)) throw new RangeError(`cdf must be in [0, 1], got ${f} at ${sorted[i]}`);
    if (f < previous) throw new RangeError(`cdf must not decrease, got ${f} after ${previous} at ${sorted[i]}`);
    previous = f;
    largest = Math.max(largest, (i + 1) / n - f, f - i / n);
  }
  return largest;
}
