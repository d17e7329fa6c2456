import type { Metric } from "./metric.js";
import type { Predictions } from "./predictions.js";
import type { Case } from "./task.js";

/** The scores of all cases; a problem says why there are none. */
export interface CaseScores {
  readonly scores: Float64Array;
  /** `n/a` where the metric does not apply to such predictions, else what is wrong; null if all is well. */
  readonly problem: string | null;
}

/**
 * Score every prediction against the truth of its case.
 *
 * @param metric the metric
 * @param cases the test cases
 * @param predictions one prediction for each, in the same order
 * @returns the scores, each in the metric's range, or why there are none
 */
export function caseScores<X, Truth, Prediction>(
  metric: Metric<Prediction, Truth>,
  cases: readonly Case<X, Truth>[],
  predictions: Predictions<Prediction>,
): CaseScores {
  const scores = new Float64Array(cases.length);
  const [low, high] = metric.range;
  for (const [i, { truth }] of cases.entries()) {
    const score = metric.evaluate(predictions.at(i) as Prediction, truth);
    if (score === null) return { scores, problem: "n/a" };
    if (!(score >= low && score <= high)) {
      return { scores, problem: `case ${i}: its ${metric.id} is ${score}, not in [${low}, ${high}]` };
    }
    scores[i] = score;
  }
  return { scores, problem: null };
}
