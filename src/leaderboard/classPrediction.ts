/** A class chosen without probabilities, or a probability for every class. */
export type ClassPrediction = number | ArrayLike<number>;

/** What a class prediction is judged against. */
export interface ClassTruth {
  readonly mechanism: number;
  /** P(class | x), where it is known exactly. */
  readonly posterior?: readonly number[];
}

/** Probabilities may miss the sum 1 by the rounding of float32. */
const SLACK = 1e-5;

/**
 * Reject what is no prediction of one of K classes.
 *
 * @param classes K ≥ 2
 * @returns a check for answers: a class index in [0, K), or K numbers ≥ 0 with sum 1 within 1e-5
 * @throws RangeError from the check, saying why the answer is neither
 */
export function checkClassPrediction(classes: number): (prediction: ClassPrediction) => void {
  return (prediction) => {
    if (typeof prediction === "number") {
      if (Number.isInteger(prediction) && prediction >= 0 && prediction < classes) return;
      throw new RangeError(`a class must be an integer in [0, ${classes}), got ${prediction}`);
    }
    if (prediction?.length !== classes) {
      throw new RangeError(`probabilities must be ${classes} numbers, got ${prediction?.length ?? typeof prediction}`);
    }
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const p: unknown = prediction[k];
      if (!(typeof p === "number" && p >= 0 && p <= 1 + SLACK)) throw new RangeError(`a probability must be a number in [0, 1], got ${String(p)}`);
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= SLACK)) throw new RangeError(`probabilities must sum to 1, got ${sum}`);
  };
}

/**
 * The class that a prediction chooses.
 *
 * @param prediction a class index, or probabilities
 * @returns the class, or the first of the most probable ones
 * @example chosenClass([0.2, 0.5, 0.3]) // => 1
 */
export function chosenClass(prediction: ClassPrediction): number {
  if (typeof prediction === "number") return prediction;
  let best = 0;
  for (let k = 1; k < prediction.length; k++) if (prediction[k] > prediction[best]) best = k;
  return best;
}
