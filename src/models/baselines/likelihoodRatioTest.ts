import { likelihoodRatios } from "./likelihoodRatios.js";
import type { MaximumLikelihoods } from "./maximumLikelihoods.js";
import type { Selector } from "./selector.js";

/**
 * Choose among nested mechanisms by likelihood-ratio tests, from the largest mechanism down.
 *
 * The greatest i with Λ_i(x) > c_i, and 0 if there is none. Going down, a mechanism is not missed because a smaller
 * step looks flat: a parabola without slope is found.
 *
 * @param likelihoods of K mechanisms, each a special case of the next
 * @param thresholds c_1 … c_{K−1}, numbers or ±∞, for example those of `calibrateThresholds`
 * @returns the selector
 * @throws RangeError if there are not K − 1 thresholds or one is NaN; from `select`, as `likelihoodRatios`
 * @source Lehmann & Romano 2005, "Testing Statistical Hypotheses", 3rd edition, section 12.4.4 (likelihood-ratio tests)
 * @example likelihoodRatioTest(trendLikelihoods(linearTrend({ sigma: 1 }), 1), [5]).id // => "lrt(trend(classes=2, sigma=1), thresholds=5)"
 */
export function likelihoodRatioTest<X>(
  likelihoods: MaximumLikelihoods<X>,
  thresholds: readonly number[],
): Selector<X> {
  const steps = likelihoods.parameters.length - 1;
  if (thresholds.length !== steps || thresholds.some(Number.isNaN)) {
    throw new RangeError(`thresholds must be ${steps} numbers or ±∞, got [${thresholds.join(", ")}]`);
  }
  return {
    id: `lrt(${likelihoods.id}, thresholds=${thresholds.join(",")})`,
    select: (x) => 1 + likelihoodRatios(likelihoods, x).findLastIndex((ratio, i) => ratio > thresholds[i]),
  };
}
