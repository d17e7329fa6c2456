import type { Predictions } from "../predictions.js";
import { type ExpectedAnswers, largestAnswer } from "./answerFormat.js";
import { arrayPredictions, type FilePrediction } from "./arrayPredictions.js";
import { BadSubmission } from "./badSubmission.js";
import { type ByteSource } from "./byteSource.js";
import { csvPredictions } from "./csvPredictions.js";
import { jsonLinesPredictions } from "./jsonLinesPredictions.js";
import { npzMember } from "./npzMember.js";

/** The name of the one array in an NPZ file. */
const ARRAY = "predictions.npy";
/** Bytes besides the numbers: of an NPY header or the head of a text, and of the case in a text line. */
const HEAD = 8192;
const LINE = 64;
/** Bytes that one number may take. */
const BINARY = 8;
const TEXT = 32;

/** The endings of prediction files that are read. */
export const PREDICTION_FORMATS = ["npy", "npz", "csv", "jsonl"] as const;

/**
 * Read a file of predictions, in the format that its ending names.
 *
 * @param name the file's name, ending in `.npy`, `.npz`, `.csv` or `.jsonl`
 * @param source its content
 * @param expected how many predictions, and their shapes
 * @returns the predictions in the order of the cases, all numbers finite
 * @throws BadSubmission if the ending is another one, the file is larger than such predictions can be, or its content is
 *   not such predictions; nothing in it is ever executed
 */
export function readPredictions(name: string, source: ByteSource, expected: ExpectedAnswers): Predictions<FilePrediction> {
  const ending = PREDICTION_FORMATS.find((one) => name.endsWith(`.${one}`));
  if (ending === undefined) {
    throw new BadSubmission(`a file of predictions ends in ${PREDICTION_FORMATS.map((one) => `.${one}`).join(", ")}, got ${JSON.stringify(name)}`);
  }
  const numbers = expected.cases * largestAnswer(expected.format);
  const array = HEAD + BINARY * numbers;
  const text = HEAD + LINE * expected.cases + TEXT * numbers;
  // Deflate adds 5 bytes to every block of numbers that do not shrink.
  const largest = { npy: array, npz: HEAD + Math.ceil(1.01 * array), csv: text, jsonl: text }[ending];
  const what = `${expected.cases} predictions (${expected.format.title})`;
  if (source.size > largest) {
    throw new BadSubmission(`${name} has ${source.size} bytes; ${what} take at most ${largest}`);
  }
  switch (ending) {
    case "npy":
      return arrayPredictions(source.read(0, source.size), expected);
    case "npz":
      return arrayPredictions(npzMember(source, ARRAY, { bytes: array, of: what }), expected);
    case "csv":
      return csvPredictions(source.read(0, source.size), expected);
    case "jsonl":
      return jsonLinesPredictions(source.read(0, source.size), expected);
  }
}
