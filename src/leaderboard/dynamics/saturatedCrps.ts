import { crps } from "../../statistics/scoring/crps.js";
import type { Metric } from "../metric.js";
import { requireCap } from "../requireCap.js";
import { askedFor } from "./askedFor.js";
import type { DynamicsPrediction, DynamicsQuestion, DynamicsTruth } from "./dynamicsPrediction.js";

/** Where a score is taken. */
export interface CrpsPlace {
  /** One of the task's statistics. */
  readonly statistic: string;
  /** One of the task's horizons. */
  readonly horizon: number;
  /** B in the units of the statistic, finite and > 0. */
  readonly cap: number;
}

/**
 * How well an ensemble forecasts one further rollout of the simulator, in one statistic at one horizon, saturated at B.
 *
 * w min(B, max(−B, CRPS)) + (1 − w) B, the fair score of the share w of rollouts that were not lost; B if fewer than two
 *
 * @param question what the task asks
 * @param place statistic, horizon and B
 * @returns the metric `crps-<statistic>-<horizon>`, in [−B, B]
 * @throws RangeError if the task does not ask for that, or B leaves its domain
 * @source Gneiting & Raftery 2007, "Strictly proper scoring rules, prediction, and estimation", section 4.2; Ferro 2014,
 *   "Fair scores for ensemble forecasts"
 */
export function saturatedCrps(question: DynamicsQuestion, { statistic, horizon, cap }: CrpsPlace): Metric<DynamicsPrediction, DynamicsTruth> {
  const { h, s, ahead } = askedFor(question, statistic, horizon);
  return {
    id: `crps-${statistic}-${horizon}`,
    title: `continuous ranked probability score of ${statistic}, ${ahead}, at most ${requireCap(cap)}`,
    direction: "lower",
    range: [-cap, cap],
    evaluate: ({ ensemble }, { observed }) => {
      const values = ensemble[h][s];
      const left = values.filter((value) => value !== null);
      if (left.length < 2) return cap;
      const share = left.length / values.length;
      return share * Math.min(cap, Math.max(-cap, crps(left, observed[h][s]))) + (1 - share) * cap;
    },
  };
}
