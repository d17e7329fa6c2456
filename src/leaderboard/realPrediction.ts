/** A number, by itself or as a row of one, as nets give it. */
export type RealPrediction = number | ArrayLike<number>;

/** What a prediction of a real target is judged against. */
export interface RealTruth {
  readonly target: number;
  /** E[target | x], where it is known exactly. */
  readonly posteriorMean?: number;
}

/**
 * Reject what is no prediction of a real number.
 *
 * @param prediction the answer: a finite number, or a row of one
 * @throws RangeError saying why the answer is neither
 */
export function checkRealPrediction(prediction: RealPrediction): void {
  if (typeof prediction !== "number" && prediction?.length !== 1) {
    throw new RangeError(`a prediction must be one number, got ${prediction?.length ?? typeof prediction}`);
  }
  const value: unknown = predictedNumber(prediction);
  if (!Number.isFinite(value)) throw new RangeError(`a prediction must be a finite number, got ${String(value)}`);
}

/**
 * The number that is predicted.
 *
 * @param prediction a number, or a row of one
 * @returns the number
 * @example predictedNumber([2.5]) // => 2.5
 */
export function predictedNumber(prediction: RealPrediction): number {
  return typeof prediction === "number" ? prediction : prediction[0];
}
