import type { ExpectedAnswers } from "./answerFormat.js";
import { BadSubmission } from "./badSubmission.js";
import { npyArray } from "./npyArray.js";

/** One prediction of a file: a number, or the numbers of a row in C order. */
export type FilePrediction = number | ArrayLike<number>;

/**
 * The predictions in an NPY file: prediction i is entry i of its first axis.
 *
 * @param bytes the file
 * @param expected how many predictions, and their shapes
 * @returns the predictions; rows are views of one array
 * @throws BadSubmission if it is no such file, or the array has another shape
 */
export function arrayPredictions(bytes: Uint8Array, { cases, format }: ExpectedAnswers): FilePrediction[] {
  const tuple = (shape: readonly number[]): string => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
  const { shape, values } = npyArray(bytes, (given) => {
    const wanted = format.shapes.map((one) => [cases, ...one]);
    if (wanted.some((one) => one.length === given.length && one.every((n, d) => n === given[d]))) return;
    throw new BadSubmission(`the array has shape ${tuple(given)}; it must be ${wanted.map(tuple).join(" or ")}`);
  });
  if (shape.length === 1) return Array.from(values);
  const width = values.length / cases;
  return Array.from({ length: cases }, (_, i) => values.subarray(i * width, (i + 1) * width));
}
