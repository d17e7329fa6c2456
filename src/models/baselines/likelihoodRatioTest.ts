import { requireFinite } from "../../simulators/conjugate/requireFinite.js";
import type { MaximumLikelihoods } from "./maximumLikelihoods.js";
import type { Selector } from "./selector.js";

/**
 * Choose among mechanisms by likelihood ratios with a threshold for each mechanism but the first.
 *
 * argmax_i Λ_i(x) − c_i, Λ_i = 2(ℓ_i − ℓ_0), c_0 = 0. With two mechanisms that is the likelihood-ratio test; with any
 * number, c_i = 2(k_i − k_0) is AIC and c_i = (k_i − k_0) log n is BIC.
 *
 * @param likelihoods ℓ of K mechanisms
 * @param thresholds c_1 … c_{K−1}, numbers or ∞ (never chosen), for example those of `calibrateThresholds`
 * @returns the selector; of equals it chooses the first mechanism
 * @throws RangeError if there are not K − 1 thresholds or one is NaN or −∞; from `select`, if a log-likelihood is not
 *   finite, and what `likelihoods.maximise` throws
 * @source Wilks 1938, "The large-sample distribution of the likelihood ratio for testing composite hypotheses" (Λ)
 * @example likelihoodRatioTest({ id: "l", observations: 1, parameters: [1, 2], maximise: () => [-5, -3] }, [3]).select(0) // => 1
 */
export function likelihoodRatioTest<X>(
  likelihoods: MaximumLikelihoods<X>,
  thresholds: readonly number[],
): Selector<X> {
  const classes = likelihoods.parameters.length;
  if (thresholds.length !== classes - 1 || !thresholds.every((c) => c > -Infinity)) {
    throw new RangeError(`thresholds must be ${classes - 1} numbers or ∞, got [${thresholds.join(", ")}]`);
  }
  return {
    id: `lrt(${likelihoods.id}, thresholds=${thresholds.join(",")})`,
    select(x) {
      const [first, ...others] = requireFinite("log-likelihoods", likelihoods.maximise(x), classes);
      let chosen = 0;
      let score = 2 * first;
      others.forEach((logLikelihood, i) => {
        // Written as in calibrateThresholds, so that both round alike.
        if (!(2 * logLikelihood - score > thresholds[i])) return;
        chosen = i + 1;
        score = 2 * logLikelihood - thresholds[i];
      });
      return chosen;
    },
  };
}
