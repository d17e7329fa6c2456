import type { Key } from "../../random/key.js";
import { requireFinite } from "../../simulators/conjugate/requireFinite.js";
import type { Simulator } from "../../simulators/simulator.js";
import { simulatePair } from "../sgnn/simulatePair.js";
import { leastErrorThreshold } from "./leastErrorThreshold.js";
import type { MaximumLikelihoods } from "./maximumLikelihoods.js";

/** Mechanisms as a simulator draws them, with the likelihoods that tell them apart. */
export interface SelectionProblem<Theta, X> {
  readonly simulator: Simulator<Theta, X>;
  /** The index of the mechanism of θ. */
  readonly mechanism: (theta: Theta) => number;
  readonly likelihoods: MaximumLikelihoods<X>;
}

/**
 * Thresholds of `likelihoodRatioTest` that make the fewest errors on simulated cases.
 *
 * Upwards, one after the other: c_i minimises the number of errors of the choice among mechanisms 0 … i, given
 * c_1 … c_{i−1}, on the cases of these mechanisms. With two mechanisms that is the least of all thresholds; with more
 * the last threshold is best given the others.
 *
 * @param problem mechanisms, their simulator and likelihoods
 * @param simulations n, the number of simulated cases: an integer ≥ 1
 * @param key case i is `simulatePair(simulator, key.fold(i))`
 * @returns c_1 … c_{K−1}, numbers or ∞; equal arguments give equal thresholds
 * @throws RangeError if simulations is outside its domain, a mechanism is not an index of `likelihoods`, or a
 *   log-likelihood is not finite
 * @source Devroye, Györfi & Lugosi 1996, "A Probabilistic Theory of Pattern Recognition", section 4.1 (the threshold of
 *   least error on a sample)
 */
export function calibrateThresholds<Theta, X>(
  { simulator, mechanism, likelihoods }: SelectionProblem<Theta, X>,
  simulations: number,
  key: Key,
): number[] {
  if (!Number.isInteger(simulations) || simulations < 1) {
    throw new RangeError(`simulations must be an integer ≥ 1, got ${simulations}`);
  }
  const classes = likelihoods.parameters.length;
  const cases = Array.from({ length: simulations }, (_, i) => {
    const { theta, x } = simulatePair(simulator, key.fold(i));
    const truth = mechanism(theta);
    if (!Number.isInteger(truth) || truth < 0 || truth >= classes) {
      throw new RangeError(`mechanism must be an integer in [0, ${classes}), got ${truth}`);
    }
    const values = requireFinite("log-likelihoods", likelihoods.maximise(x), classes);
    return { truth, values, chosen: 0, score: 2 * values[0] };
  });
  return Array.from({ length: classes - 1 }, (_, i) => {
    const step = i + 1;
    const threshold = leastErrorThreshold(
      cases
        .filter(({ truth }) => truth <= step)
        .map(({ truth, values, chosen, score }) => ({
          statistic: 2 * values[step] - score,
          above: truth === step ? 0 : 1,
          below: truth === chosen ? 0 : 1,
        })),
    );
    for (const row of cases) {
      if (!(2 * row.values[step] - row.score > threshold)) continue;
      row.chosen = step;
      row.score = 2 * row.values[step] - threshold;
    }
    return threshold;
  });
}
