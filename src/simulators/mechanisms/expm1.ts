/** Below this ten terms of Taylor's series are exact up to rounding: (1/8)^10/11! < 2^−55. */
const SMALL = 1 / 8;

/**
 * e^x − 1, fast for small x.
 *
 * Σ_{k=1}^{10} x^k/k! for |x| ≤ 1/8, its terms in pairs so that few wait for others; Math.expm1 elsewhere
 *
 * @param x any number
 * @returns e^x − 1, relative error below 1e-15; NaN for NaN
 * @source Muller 2016, "Elementary Functions", 3rd edition, chapter 5 (evaluation of polynomials in parallel)
 * @example expm1(0) // => 0
 */
export function expm1(x: number): number {
  if (!(x <= SMALL && x >= -SMALL)) return Math.expm1(x);
  const x2 = x * x;
  const x4 = x2 * x2;
  const low = 1 + x * (1 / 2) + x2 * (1 / 6 + x * (1 / 24));
  const middle = 1 / 120 + x * (1 / 720) + x2 * (1 / 5040 + x * (1 / 40320));
  return x * (low + x4 * (middle + x4 * (1 / 362880 + x * (1 / 3628800))));
}
