import { requirePositive } from "./requirePositive.js";
import { requireTime } from "./requireTime.js";

/**
 * The logarithm of a size under Gompertz growth.
 *
 * f(t) = K (N₀/K)^{e^{−rt}}, so log f(t) = log N₀ + (1 − e^{−rt}) log(K/N₀)
 *
 * @param t time since the start, finite and ≥ 0
 * @param initial N₀, the size at t = 0, positive
 * @param rate r, at which log f approaches log K, per unit of time, positive
 * @param capacity K, the size approached, positive
 * @returns log f(t)
 * @throws RangeError if an argument is outside its domain
 * @source Winsor 1932, "The Gompertz curve as a growth curve"
 * @example gompertzGrowth(0, 2, 0.1, 40) // => Math.log(2)
 */
export function gompertzGrowth(t: number, initial: number, rate: number, capacity: number): number {
  const start = Math.log(requirePositive("initial", initial));
  const end = Math.log(requirePositive("capacity", capacity));
  return start - Math.expm1(-requirePositive("rate", rate) * requireTime(t)) * (end - start);
}
