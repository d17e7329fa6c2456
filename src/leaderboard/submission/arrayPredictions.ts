import type { Predictions } from "../predictions.js";
import type { ExpectedAnswers } from "./answerFormat.js";
import { BadSubmission } from "./badSubmission.js";
import { npyArray, type NumberArray } from "./npyArray.js";

/** One prediction of a file: a number, or the numbers of a row in C order. */
export type FilePrediction = number | ArrayLike<number>;

/**
 * The predictions in an NPY file: prediction i is entry i of its first axis.
 *
 * @param bytes the file, which the predictions take over
 * @param expected how many predictions, and their shapes
 * @returns the predictions, made from the one array when they are asked for: rows are views of it in C order, and copies
 *   in Fortran order
 * @throws BadSubmission if it is no such file, or the array has another shape
 */
export function arrayPredictions(bytes: Uint8Array, { cases, format }: ExpectedAnswers): Predictions<FilePrediction> {
  const tuple = (shape: readonly number[]): string => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
  const array = npyArray(bytes, (given) => {
    const wanted = format.shapes.map((one) => [cases, ...one]);
    if (wanted.some((one) => one.length === given.length && one.every((n, d) => n === given[d]))) return;
    throw new BadSubmission(`the array has shape ${tuple(given)}; it must be ${wanted.map(tuple).join(" or ")}`);
  });
  const { shape, values, fortranOrder } = array;
  if (shape.length === 1) return values;
  if (fortranOrder) return { length: cases, at: (i) => rowInCOrder(array, i) };
  const width = values.length / cases;
  return { length: cases, at: (i) => values.subarray(i * width, (i + 1) * width) };
}

/** Row i of an array in which the first index runs fastest, as its last one does in the row. */
function rowInCOrder({ shape: [cases, ...shape], values }: NumberArray, i: number): NumberArray["values"] {
  const strides = shape.map((_, d) => shape.slice(0, d).reduce((product, n) => product * n, cases));
  const row = values.slice(0, values.length / cases);
  const index = shape.map(() => 0);
  for (let j = 0; j < row.length; j++) {
    let from = i;
    for (let d = 0; d < shape.length; d++) from += index[d] * strides[d];
    row[j] = values[from];
    for (let d = shape.length - 1; d >= 0 && ++index[d] === shape[d]; d--) index[d] = 0;
  }
  return row;
}
