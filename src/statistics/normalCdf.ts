import { incompleteGamma } from "./incompleteGamma.js";

/**
 * The distribution function of the standard normal law.
 *
 * Φ(x) = ∫_{−∞}^x e^{−t²/2} dt / √(2π), from the incomplete gamma functions of shape ½ at x²/2
 *
 * @param x a number, or ±∞
 * @returns Φ(x) in [0, 1]; the lower tail keeps a relative error below 1e-12
 * @throws RangeError if x is NaN
 * @source Abramowitz & Stegun 1964, equation 26.2.29 with 6.5.16
 * @example normalCdf(0) // => 0.5
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("x must be a number, got NaN");
  const { lower, upper } = incompleteGamma(0.5, 0.5 * x * x);
  return x < 0 ? 0.5 * upper : 0.5 + 0.5 * lower;
}
