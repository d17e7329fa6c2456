import type { Metric } from "../metric.js";
import type { DynamicsPrediction, DynamicsTruth } from "./dynamicsPrediction.js";

/** What a rollout must do to count as stable. */
export interface Stability {
  /** In words, after "rollouts": for example `that keep all cells`. */
  readonly title: string;
  /** Judges the statistics of a rollout that was not lost, shape [horizons][statistics]. */
  readonly isStable: (values: readonly (readonly number[])[]) => boolean;
}

/**
 * The share of rollouts that reach the last horizon, and hold what the task demands of their statistics on the way.
 *
 * |{r : rollout r was not lost, and is stable}| / R
 *
 * @param stability the demand
 * @returns the metric `stable`, in [0, 1]
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (stability of rollouts)
 * @example stableShare({ title: "below 2", isStable: (values) => values[0][0] < 2 }).evaluate(
 *   { logLikelihood: null, ensemble: [[[1, 3, null, 0]]] }, { ensemble: [], observed: [] }) // => 0.5
 */
export function stableShare({ title, isStable }: Stability): Metric<DynamicsPrediction, DynamicsTruth> {
  return {
    id: "stable",
    title: `share of rollouts ${title}`,
    direction: "higher",
    range: [0, 1],
    evaluate: ({ ensemble }) => {
      const rollouts = ensemble[0][0].length;
      const path = (r: number): (number | null)[][] => ensemble.map((values) => values.map((row) => row[r]));
      const isWhole = (values: (number | null)[][]): values is number[][] => !values.some((row) => row.includes(null));
      const stable = Array.from({ length: rollouts }, (_, r) => path(r)).filter((values) => isWhole(values) && isStable(values));
      return stable.length / rollouts;
    },
  };
}
