import { requireFinite } from "../../simulators/conjugate/requireFinite.js";

/**
 * Information criteria as probabilities of the mechanisms: Akaike weights, or BIC weights.
 *
 * w_i = e^{−Δ_i/2} / Σ_j e^{−Δ_j/2}, Δ_i = IC_i − min_j IC_j; for BIC an approximation of P(i | x) at equal prior
 *
 * @param values IC_i, the criterion per mechanism in twice nats; at least one, finite
 * @returns weights ≥ 0 with sum 1, shape of values
 * @throws RangeError if there is no value or one is not finite
 * @source Burnham & Anderson 2002, "Model Selection and Multimodel Inference", 2nd edition, section 2.9 (Akaike
 *   weights); for BIC Kass & Raftery 1995, "Bayes factors", section 4.1.3
 * @example criterionWeights([7, 7]) // => [0.5, 0.5]
 */
export function criterionWeights(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError("values must hold at least one criterion, got none");
  const least = Math.min(...requireFinite("values", values, values.length));
  const weights = values.map((value) => Math.exp(-0.5 * (value - least)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
