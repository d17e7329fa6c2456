import type { ExpectedAnswers } from "./answerFormat.js";
import type { FilePrediction } from "./arrayPredictions.js";
import { BadSubmission } from "./badSubmission.js";

/** One line of a text file: which case, and the numbers predicted. */
export interface NumberedAnswer {
  readonly line: number;
  readonly case: unknown;
  /** A number where the prediction is a single one, else its numbers. */
  readonly prediction: unknown;
}

/**
 * Put answers that name their case in order; every case must be answered exactly once.
 *
 * @param answers the answers in any order
 * @param expected how many cases, and the shapes of a prediction
 * @returns the predictions in the order of the cases
 * @throws BadSubmission if a case is missing, given twice or unknown, or a prediction has another shape or a number that
 *   is not finite
 */
export function casePredictions(answers: Iterable<NumberedAnswer>, { cases, format }: ExpectedAnswers): FilePrediction[] {
  const predictions: (FilePrediction | undefined)[] = Array.from({ length: cases }, () => undefined);
  const widths = new Set(format.shapes.filter(({ length }) => length > 0).map((shape) => shape.reduce((size, n) => size * n, 1)));
  const single = format.shapes.some(({ length }) => length === 0);
  const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
  const isPrediction = (value: unknown): value is FilePrediction =>
    Array.isArray(value) ? widths.has(value.length) && value.every(isNumber) : single && isNumber(value);
  for (const { line, case: index, prediction } of answers) {
    if (!(isNumber(index) && Number.isInteger(index) && index >= 0 && index < cases)) {
      throw new BadSubmission(`line ${line}: the case must be an integer in [0, ${cases}), got ${shown(index)}`);
    }
    if (predictions[index] !== undefined) throw new BadSubmission(`line ${line}: case ${index} is answered twice`);
    if (!isPrediction(prediction)) throw new BadSubmission(`line ${line}: a prediction is ${format.title}, in finite numbers; got ${shown(prediction)}`);
    predictions[index] = prediction;
  }
  const missing = predictions.indexOf(undefined);
  if (missing >= 0) throw new BadSubmission(`case ${missing} is not answered: there must be ${cases} predictions`);
  return predictions as FilePrediction[];
}

/** At most 60 characters of anything that a line held. */
function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
