import type { Mechanism } from "../../simulators/mechanisms/mechanismWorld.js";
import type { ImportanceOracle } from "../oracles/importanceOracle.js";
import type { PointEstimator } from "./pointEstimator.js";

/**
 * The posterior mean of a target in a world of one mechanism, under the likelihood that an oracle uses.
 *
 * Σ_i w_i T(θ_i), θ_i weighted draws from p(θ | x). It is the Bayes predictor under squared error where that likelihood and
 * prior are those of the data; elsewhere, a reference that can be beaten.
 *
 * @param oracle posterior draws; only those of mechanism 0 are used
 * @param target T, finite on the prior's support
 * @returns the estimator
 * @throws RangeError from `estimate`, if x is not a series of the error law, no draw has a positive likelihood, or the mean
 *   is not finite
 * @source Robert & Casella 2004, "Monte Carlo Statistical Methods", 2nd edition, section 3.3 (self-normalised importance
 *   sampling)
 */
export function posteriorMeanTarget(
  oracle: Pick<ImportanceOracle, "id" | "posterior">,
  target: (theta: Mechanism) => number,
): PointEstimator<readonly number[]> {
  return {
    id: `posterior-mean(${oracle.id})`,
    estimate(x) {
      const { draws, weights } = oracle.posterior(x, 0);
      const mean = draws.reduce((sum, theta, i) => (weights[i] > 0 ? sum + weights[i] * target(theta) : sum), 0);
      if (!Number.isFinite(mean)) throw new RangeError(`target must have a finite posterior mean, got ${mean}`);
      return mean;
    },
  };
}
