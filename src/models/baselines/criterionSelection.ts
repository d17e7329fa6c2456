import { criterionWeights } from "./criterionWeights.js";
import { aic, aicc, bic } from "./informationCriteria.js";
import type { MaximumLikelihoods } from "./maximumLikelihoods.js";
import type { Selector } from "./selector.js";

const CRITERIA = { aic, aicc, bic };

/** The name of an information criterion. */
export type CriterionName = keyof typeof CRITERIA;

/**
 * Choose the mechanism with the least information criterion.
 *
 * argmin_i IC(ℓ_i(x), k_i, n); probabilities are the criterion's weights
 *
 * @param criterion which of `aic`, `aicc`, `bic`
 * @param likelihoods ℓ_i, k_i and n
 * @returns the selector; of equal criteria it chooses the first mechanism
 * @throws RangeError if there is no such criterion, or it does not exist for these k_i and n; from the members, what
 *   `likelihoods.maximise` throws, and RangeError if a log-likelihood is not finite
 * @source Burnham & Anderson 2002, "Model Selection and Multimodel Inference", 2nd edition, chapter 2; each criterion
 *   in `informationCriteria.ts`
 * @example criterionSelection("aic", { id: "l", observations: 1, parameters: [1, 2], maximise: () => [-5, -3] }).select(0) // => 1
 */
export function criterionSelection<X>(criterion: CriterionName, likelihoods: MaximumLikelihoods<X>): Selector<X> {
  if (!Object.hasOwn(CRITERIA, criterion)) throw new RangeError(`criterion must be aic, aicc or bic, got ${criterion}`);
  const { observations: n, parameters, maximise } = likelihoods;
  const value = CRITERIA[criterion];
  for (const k of parameters) value(0, k, n);
  const values = (x: X): number[] => maximise(x).map((logLikelihood, i) => value(logLikelihood, parameters[i], n));
  return {
    id: `${criterion}(${likelihoods.id})`,
    select(x) {
      const all = values(x);
      return all.indexOf(Math.min(...all));
    },
    probabilities: (x) => criterionWeights(values(x)),
  };
}
