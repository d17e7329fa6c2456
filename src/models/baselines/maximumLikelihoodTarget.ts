import type { Mechanism } from "../../simulators/mechanisms/mechanismWorld.js";
import type { MechanismLikelihoods } from "./mechanismLikelihoods.js";
import type { PointEstimator } from "./pointEstimator.js";

/**
 * The target at the most likely parameters: the plug-in rule of maximum likelihood.
 *
 * T(θ̂), θ̂ = argmax_{i, θ} log p(x | path_i(θ), s); of mechanisms that are equally likely the first
 *
 * @param likelihoods the fits
 * @param target T, finite on the support of the fits
 * @returns the estimator
 * @throws RangeError from `estimate`, if x is not a series of the error law or T(θ̂) is not finite
 * @source Lehmann & Casella 1998, "Theory of Point Estimation", 2nd edition, chapter 6 (maximum likelihood)
 */
export function maximumLikelihoodTarget(
  likelihoods: Pick<MechanismLikelihoods, "id" | "fit">,
  target: (theta: Mechanism) => number,
): PointEstimator<readonly number[]> {
  return {
    id: `target(${likelihoods.id})`,
    estimate(x) {
      const best = likelihoods.fit(x).reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
      const value = target(best);
      if (!Number.isFinite(value)) throw new RangeError(`target must be finite at the most likely parameters, got ${value}`);
      return value;
    },
  };
}
