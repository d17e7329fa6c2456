import type { MaximumLikelihoods } from "./maximumLikelihoods.js";

/**
 * Likelihood-ratio statistics of nested mechanisms, each against the next smaller one.
 *
 * Λ_i(x) = 2(ℓ_i(x) − ℓ_{i−1}(x)), i = 1 … K − 1
 *
 * @param likelihoods ℓ of K mechanisms, each a special case of the next
 * @param x the data
 * @returns Λ_1 … Λ_{K−1}, finite; ≥ 0 up to rounding
 * @throws RangeError if the difference of two log-likelihoods is not finite; and what `maximise` throws
 * @source Wilks 1938, "The large-sample distribution of the likelihood ratio for testing composite hypotheses"
 * @example likelihoodRatios({ id: "", observations: 1, parameters: [1, 2], maximise: () => [-5, -3] }, 0) // => [4]
 */
export function likelihoodRatios<X>(likelihoods: MaximumLikelihoods<X>, x: X): number[] {
  const values = likelihoods.maximise(x);
  return values.slice(1).map((value, i) => {
    const ratio = 2 * (value - values[i]);
    if (!Number.isFinite(ratio)) throw new RangeError(`log-likelihoods must be finite, got [${values.join(", ")}]`);
    return ratio;
  });
}
