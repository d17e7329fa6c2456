import type { ClassPrediction, ClassTruth } from "./classPrediction.js";
import type { Metric } from "./metric.js";

/**
 * Half the Brier score: ½ Σ_k (p_k − 1[k is the true class])², in [0, 1]; a strictly proper score.
 *
 * It does not apply to a class chosen without probabilities.
 *
 * @source Brier 1950, "Verification of forecasts expressed in terms of probability"
 */
export const brierScore: Metric<ClassPrediction, ClassTruth> = {
  id: "brier",
  title: "half the Brier score of the class probabilities",
  direction: "lower",
  range: [0, 1],
  evaluate: (prediction, { mechanism }) => {
    if (typeof prediction === "number") return null;
    const score = Array.from(prediction).reduce((sum, p, k) => sum + (p - (k === mechanism ? 1 : 0)) ** 2, 0) / 2;
    return Math.min(1, score); // p sums to 1 up to float32 rounding
  },
};
