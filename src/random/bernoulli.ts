import type { Stream } from "./stream.js";

/**
 * One draw from the Bernoulli law.
 *
 * 1 if u < p, else 0, with u uniform on [0, 1)
 *
 * @param stream source of randomness
 * @param probability p in [0, 1]
 * @returns 1 with probability p, to within 2⁻⁵³, else 0
 * @throws RangeError if probability lies outside [0, 1]
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section III.2 (inversion)
 * @example bernoulli(Key.root(0).stream(), 1) // => 1
 */
export function bernoulli(stream: Stream, probability: number): 0 | 1 {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must lie in [0, 1], got ${probability}`);
  }
  return stream.uniform() < probability ? 1 : 0;
}
