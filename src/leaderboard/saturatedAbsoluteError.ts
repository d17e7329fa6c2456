import type { Metric } from "./metric.js";
import { predictedNumber, type RealPrediction, type RealTruth } from "./realPrediction.js";
import { requireCap } from "./requireCap.js";

/**
 * The absolute error of a number, saturated at B: min(B, |f − y|).
 *
 * Without saturation, the median of y given x is the best prediction.
 *
 * @param cap B, in units of the target; finite and > 0
 * @returns the metric `absolute-error`, in [0, B]
 * @throws RangeError if B is not such a number
 * @source the loss under which the posterior median is the Bayes predictor
 * @example saturatedAbsoluteError(2).evaluate(1, { target: 2.5 }) // => 1.5
 */
export function saturatedAbsoluteError(cap: number): Metric<RealPrediction, RealTruth> {
  return {
    id: "absolute-error",
    title: `absolute error, at most ${requireCap(cap)}`,
    direction: "lower",
    range: [0, cap],
    evaluate: (prediction, { target }) => Math.min(cap, Math.abs(predictedNumber(prediction) - target)),
  };
}
