import { requirePositive } from "./requirePositive.js";
import { requireTime } from "./requireTime.js";

/** Above this e^x − 1 equals e^x in float64. */
const LARGE = 40;

/**
 * The logarithm of a size under theta-logistic growth.
 *
 * f(t) = K/(1 + ((K/N₀)^θ − 1) e^{−rθt})^{1/θ}, the solution of f' = r f (1 − (f/K)^θ); θ = 1 is logistic growth,
 * θ → 0 at rθ fixed Gompertz growth of the rate rθ
 *
 * @param t time since the start, finite and ≥ 0
 * @param initial N₀, the size at t = 0, positive
 * @param rate r, per unit of time, positive
 * @param capacity K, the size approached, positive
 * @param shape θ, positive: how late growth slows down
 * @returns log f(t), without overflow for any (K/N₀)^θ
 * @throws RangeError if an argument is outside its domain
 * @source Gilpin & Ayala 1973, "Global models of growth and competition"
 * @example thetaLogisticGrowth(0, 2, 0.5, 40, 3) // => Math.log(2)
 */
export function thetaLogisticGrowth(t: number, initial: number, rate: number, capacity: number, shape: number): number {
  const start = Math.log(requirePositive("initial", initial));
  const end = Math.log(requirePositive("capacity", capacity));
  const theta = requirePositive("shape", shape);
  const gap = end - start;
  const decay = requirePositive("rate", rate) * requireTime(t);
  const lead = theta * (gap - decay);
  // Far below the capacity, the logarithm of the bracket is `lead` and a correction that cannot overflow.
  if (lead > LARGE) return start + decay - Math.log1p(-Math.expm1(-theta * decay) * Math.exp(-lead)) / theta;
  const excess = theta * gap > LARGE ? Math.exp(lead) : Math.expm1(theta * gap) * Math.exp(-theta * decay);
  return end - Math.log1p(excess) / theta;
}
