import type { Stream } from "./stream.js";

/**
 * One draw from the exponential law.
 *
 * x = −log(1 − u) / rate; p(x) = rate · exp(−rate · x)
 *
 * @param stream source of randomness
 * @param rate 1/mean, positive and finite
 * @returns a number ≥ 0, in units of 1/rate
 * @throws RangeError if rate is not positive and finite
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section II.2 (inversion)
 */
export function exponential(stream: Stream, rate = 1): number {
  if (!(rate > 0 && rate < Infinity)) throw new RangeError(`rate must be positive and finite, got ${rate}`);
  return -Math.log(1 - stream.uniform()) / rate;
}
