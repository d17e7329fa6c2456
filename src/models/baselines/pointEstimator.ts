/**
 * A rule that guesses a number behind data.
 *
 * A point estimator is a plain record of functions that do not use `this`.
 *
 * @typeParam X the observable x
 */
export interface PointEstimator<X> {
  /** Stable identity with its constants. */
  readonly id: string;
  /** The guess, a finite number. */
  readonly estimate: (x: X) => number;
}
