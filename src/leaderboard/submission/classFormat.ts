import type { AnswerFormat } from "./answerFormat.js";

/**
 * How the prediction of one of K classes is written down: its index, or a probability for each.
 *
 * @param classes K, an integer ≥ 2
 * @returns the format
 * @throws RangeError if K is not such an integer
 * @example classFormat(2).shapes // => [[], [2]]
 */
export function classFormat(classes: number): AnswerFormat {
  if (!(Number.isSafeInteger(classes) && classes >= 2)) throw new RangeError(`classes must be an integer >= 2, got ${classes}`);
  return { title: `a class from 0 to ${classes - 1}, or ${classes} probabilities with sum 1`, shapes: [[], [classes]] };
}
