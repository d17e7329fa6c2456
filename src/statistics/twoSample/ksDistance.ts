import { checkSample } from "./checkSample.js";

/**
 * Two-sample Kolmogorov–Smirnov distance.
 *
 * D = sup_t |F_m(t) − G_n(t)|, the empirical distribution functions compared after all values tied at t
 *
 * @param x shape [m], m ≥ 1, finite
 * @param y shape [n], n ≥ 1, finite, in the units of x
 * @returns D in [0, 1], a multiple of 1/(mn); unchanged by increasing maps of the data
 * @throws RangeError if a sample is empty or not finite
 * @source Smirnov 1939; Stephens 1970, "Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics
 *   without extensive tables"
 * @example ksDistance([1, 1, 2], [1, 2, 2]) // => 1 / 3
 */
export function ksDistance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  checkSample("x", x);
  checkSample("y", y);
  const a = Float64Array.from(x).sort();
  const b = Float64Array.from(y).sort();
  let i = 0;
  let j = 0;
  let largest = 0;
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i], b[j]);
    while (a[i] <= at) i++;
    while (b[j] <= at) j++;
    largest = Math.max(largest, Math.abs(i * b.length - j * a.length));
  }
  return largest / (a.length * b.length);
}
