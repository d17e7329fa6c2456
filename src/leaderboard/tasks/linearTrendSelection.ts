import { linearTrend, type Trend } from "../../simulators/conjugate/linearTrend.js";
import { checkClassPrediction, type ClassPrediction, type ClassTruth } from "../classPrediction.js";
import { classFormat } from "../submission/classFormat.js";
import type { Task } from "../task.js";

/** Mechanism selection on log counts with a polynomial trend. */
export type LinearTrendSelection = Task<Trend, readonly number[], ClassTruth, ClassPrediction>;

/**
 * The frozen task of telling which mechanism made 20 log counts: stasis, exponential or (of three) log-quadratic growth.
 *
 * Truth: the mechanism and P(mechanism | x), exact
 *
 * @param options σ, the known noise, and the number of classes
 * @returns the task `model-selection/linear-trend-<classes>/sigma-<σ>`, version 1; its truth holds the exact posterior
 */
export function linearTrendSelection({ sigma, classes }: { readonly sigma: number; readonly classes: 2 | 3 }): LinearTrendSelection {
  const world = linearTrend({ sigma, classes });
  return {
    id: `model-selection/linear-trend-${classes}/sigma-${sigma}`,
    version: 1,
    title: `Which of ${classes} mechanisms made 20 log counts, with noise ${sigma}`,
    simulator: world,
    truth: ({ mechanism }, x) => ({ mechanism, posterior: world.posteriorProbabilities(x) }),
    check: checkClassPrediction(classes),
    format: classFormat(classes),
  };
}
