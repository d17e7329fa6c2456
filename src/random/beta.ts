import { gamma, logGamma } from "./gamma.js";
import type { Stream } from "./stream.js";

/**
 * One draw from the beta law.
 *
 * x = g_a / (g_a + g_b) with g_a ~ Gamma(a, 1), g_b ~ Gamma(b, 1); from log g_a − log g_b where a or b is
 * below 1, so tiny shapes keep their law. p(x) ∝ x^(a − 1) (1 − x)^(b − 1)
 *
 * @param stream source of randomness
 * @param a in [1e−300, 1e300]
 * @param b in [1e−300, 1e300]
 * @returns a number in [0, 1]; 0 and 1 are reached only by rounding
 * @throws RangeError if a or b lies outside its domain
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section IX.4
 */
export function beta(stream: Stream, a: number, b: number): number {
  if (!(a >= 1e-300 && a <= 1e300)) throw new RangeError(`a must lie in [1e-300, 1e300], got ${a}`);
  if (!(b >= 1e-300 && b <= 1e300)) throw new RangeError(`b must lie in [1e-300, 1e300], got ${b}`);
  if (a < 1 || b < 1) return 1 / (1 + Math.exp(logGamma(stream, b) - logGamma(stream, a)));
  const success = gamma(stream, a);
  return success / (success + gamma(stream, b));
}
