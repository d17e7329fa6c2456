import { betaCdf } from "./betaCdf.js";

/**
 * The quantile of a beta law with integer parameters.
 *
 * q = F⁻¹(τ), by halving a bracket of F(q) = τ until no float64 lies inside it
 *
 * @param level τ in [0, 1]
 * @param a an integer in [1, 1000]
 * @param b an integer in [1, 1000]
 * @returns q in [0, 1], the float64 next above the crossing of the computed F (0 and 1 at the levels 0 and 1)
 * @throws RangeError if an argument is outside its domain
 * @source NIST Digital Library of Mathematical Functions, equation 8.17.5 (F)
 * @example betaQuantile(0.5, 1, 1) // => 0.5
 */
export function betaQuantile(level: number, a: number, b: number): number {
  if (!(level >= 0 && level <= 1)) throw new RangeError(`level must lie in [0, 1], got ${level}`);
  let low = 0;
  let high = 1;
  if (betaCdf(low, a, b) === level) return low;
  if (betaCdf(high, a, b) === level) return high;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (betaCdf(middle, a, b) < level) low = middle;
    else high = middle;
  }
}
