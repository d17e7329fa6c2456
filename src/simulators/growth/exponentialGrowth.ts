import { requirePositive } from "./requirePositive.js";
import { requireTime } from "./requireTime.js";

/**
 * The logarithm of a size that grows exponentially.
 *
 * log f(t) = log N₀ + r t
 *
 * @param t time since the start, finite and ≥ 0
 * @param initial N₀, the size at t = 0, positive
 * @param rate r, per unit of time, positive
 * @returns log f(t)
 * @throws RangeError if an argument is outside its domain
 * @source Murray 2002, "Mathematical Biology I", chapter 1
 * @example exponentialGrowth(10, 1, 0.4) // => 4
 */
export function exponentialGrowth(t: number, initial: number, rate: number): number {
  return Math.log(requirePositive("initial", initial)) + requirePositive("rate", rate) * requireTime(t);
}
