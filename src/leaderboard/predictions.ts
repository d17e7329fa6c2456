/**
 * Predictions in the order of the cases, each made when it is asked for: a list, an array of numbers, or a view of a
 * large file, of which nothing is kept for every case.
 *
 * @typeParam Prediction what the task asks for
 */
export interface Predictions<Prediction> {
  readonly length: number;
  /** Prediction i, an integer in [0, length). */
  readonly at: (i: number) => Prediction | undefined;
}
