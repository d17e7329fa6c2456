import type { Stream } from "./stream.js";

/**
 * One draw from the log-uniform (reciprocal) law: log x is uniform.
 *
 * p(x) = 1 / (x log(high / low)) on [low, high]
 *
 * @param stream source of randomness
 * @param low a positive finite number
 * @param high a finite number above low
 * @returns a number in [low, high]; high is reached only by rounding
 * @throws RangeError if 0 < low < high < ∞ does not hold
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section II.2 (inversion)
 */
export function logUniform(stream: Stream, low: number, high: number): number {
  if (!(low > 0 && low < high && high < Infinity)) {
    throw new RangeError(`low and high must satisfy 0 < low < high < ∞, got low = ${low}, high = ${high}`);
  }
  const start = Math.log(low);
  const x = Math.exp(start + (Math.log(high) - start) * stream.uniform());
  return Math.min(Math.max(x, low), high);
}
