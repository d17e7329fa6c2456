import type { Metric } from "./metric.js";
import { predictedNumber, type RealPrediction, type RealTruth } from "./realPrediction.js";
import { requireCap } from "./requireCap.js";

/**
 * The squared distance from the Bayes predictor, saturated at B: min(B, (f − E[y | x])²).
 *
 * Its mean, but for the saturation, is the squared error above the least possible, with far less noise than a difference
 * of squared errors. It applies where E[y | x] is known exactly.
 *
 * @param cap B, in squared units of the target; finite and > 0
 * @returns the metric `excess`, in [0, B]
 * @throws RangeError if B is not such a number
 * @source the decomposition E (y − f)² = E (y − E[y | x])² + E (f − E[y | x])²
 * @example saturatedExcess(4).evaluate(1, { target: 2.5, posteriorMean: 2 }) // => 1
 */
export function saturatedExcess(cap: number): Metric<RealPrediction, RealTruth> {
  return {
    id: "excess",
    title: `squared distance from the Bayes predictor, at most ${requireCap(cap)}`,
    direction: "lower",
    range: [0, cap],
    evaluate: (prediction, { posteriorMean }) =>
      posteriorMean === undefined ? null : Math.min(cap, (predictedNumber(prediction) - posteriorMean) ** 2),
  };
}
