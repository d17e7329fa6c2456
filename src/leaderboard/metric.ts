/**
 * A bounded score of one prediction; a board shows its mean over the test cases.
 *
 * @typeParam Prediction what an entry gives for one case
 * @typeParam Truth what it is judged against
 */
export interface Metric<Prediction, Truth> {
  readonly id: string;
  readonly title: string;
  readonly direction: "lower" | "higher";
  /** Bounds that every score keeps by construction. */
  readonly range: readonly [number, number];
  /** The score of one prediction; null where the metric does not apply to such predictions. */
  readonly evaluate: (prediction: Prediction, truth: Truth) => number | null;
}
