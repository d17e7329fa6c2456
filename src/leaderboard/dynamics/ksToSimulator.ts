import { ksDistance } from "../../statistics/twoSample/ksDistance.js";
import type { Metric } from "../metric.js";
import { askedFor } from "./askedFor.js";
import type { DynamicsPrediction, DynamicsQuestion, DynamicsTruth } from "./dynamicsPrediction.js";

/** A lost rollout counts as larger than any other. */
const LOST = Number.MAX_VALUE;

/**
 * How far an ensemble is from the simulator's, in one statistic at one horizon; both have the same start.
 *
 * sup_t |F_model(t) − F_simulator(t)|, a lost rollout at +∞
 *
 * @param question what the task asks
 * @param statistic one of its statistics
 * @param horizon one of its horizons
 * @returns the metric `ks-<statistic>-<horizon>`, in [0, 1]
 * @throws RangeError if the task does not ask for that
 * @source Smirnov 1939; Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (KS of energies and of cell statistics)
 */
export function ksToSimulator(question: DynamicsQuestion, statistic: string, horizon: number): Metric<DynamicsPrediction, DynamicsTruth> {
  const { h, s, ahead } = askedFor(question, statistic, horizon);
  return {
    id: `ks-${statistic}-${horizon}`,
    title: `Kolmogorov–Smirnov distance to the simulator in ${statistic}, ${ahead}; the simulator's own row is the floor`,
    direction: "lower",
    range: [0, 1],
    evaluate: ({ ensemble }, truth) => ksDistance(ensemble[h][s].map((value) => value ?? LOST), truth.ensemble[h][s]),
  };
}
