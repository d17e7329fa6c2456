import type { Metric } from "./metric.js";
import { predictedNumber, type RealPrediction, type RealTruth } from "./realPrediction.js";
import { requireCap } from "./requireCap.js";

/**
 * The squared error of a number, saturated at B: min(B, (f − y)²).
 *
 * Without saturation, E[y | x] is the best prediction; it stays so where no prediction worth making errs by √B.
 *
 * @param cap B, in squared units of the target; finite and > 0
 * @returns the metric `squared-error`, in [0, B]
 * @throws RangeError if B is not such a number
 * @source the loss under which the posterior mean is the Bayes predictor
 * @example saturatedSquaredError(4).evaluate(1, { target: 2.5 }) // => 2.25
 */
export function saturatedSquaredError(cap: number): Metric<RealPrediction, RealTruth> {
  return {
    id: "squared-error",
    title: `squared error, at most ${requireCap(cap)}`,
    direction: "lower",
    range: [0, cap],
    evaluate: (prediction, { target }) => Math.min(cap, (predictedNumber(prediction) - target) ** 2),
  };
}
