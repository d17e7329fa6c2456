import { thetaLogisticGrowth } from "./thetaLogisticGrowth.js";

/**
 * The logarithm of a size under logistic growth.
 *
 * f(t) = K/(1 + (K/N₀ − 1) e^{−rt}), the solution of f' = r f (1 − f/K)
 *
 * @param t time since the start, finite and ≥ 0
 * @param initial N₀, the size at t = 0, positive
 * @param rate r, per unit of time, positive
 * @param capacity K, the size approached, positive; below N₀ the size falls
 * @returns log f(t), without overflow for any ratio K/N₀
 * @throws RangeError if an argument is outside its domain
 * @source Murray 2002, "Mathematical Biology I", chapter 1
 * @example logisticGrowth(0, 2, 0.5, 40) // => Math.log(2)
 */
export function logisticGrowth(t: number, initial: number, rate: number, capacity: number): number {
  return thetaLogisticGrowth(t, initial, rate, capacity, 1);
}
