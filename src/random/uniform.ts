import type { Stream } from "./stream.js";

/**
 * One draw from the continuous uniform law U(low, high).
 *
 * x = low + (high − low) u, with u uniform on the multiples of 2⁻⁵³ in [0, 1)
 *
 * @param stream source of randomness
 * @param low a finite number
 * @param high a finite number above low, with high − low finite
 * @returns a number in [low, high)
 * @throws RangeError if low < high does not hold or the width is not finite
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section II.2 (inversion)
 */
export function uniform(stream: Stream, low = 0, high = 1): number {
  const width = high - low;
  if (!(width > 0 && width < Infinity)) {
    throw new RangeError(`low and high must be finite with low < high, got low = ${low}, high = ${high}`);
  }
  for (;;) {
    const x = low + width * stream.uniform();
    if (x < high) return x; // rounding can reach high
  }
}
