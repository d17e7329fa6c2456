import type { ExpectedAnswers } from "./answerFormat.js";
import type { FilePrediction } from "./arrayPredictions.js";
import { BadSubmission } from "./badSubmission.js";
import { casePredictions, type NumberedAnswer } from "./casePredictions.js";
import { textLines } from "./textLines.js";

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * The predictions in CSV: a head `case,…`, then in every line a case and the numbers of its prediction.
 *
 * @param bytes the text, with commas and without quotes
 * @param expected how many predictions, and their shapes; one column makes single numbers where the format has them
 * @returns the predictions in the order of the cases
 * @throws BadSubmission if the head or a line is not such, or `casePredictions` refuses it
 */
export function csvPredictions(bytes: Uint8Array, expected: ExpectedAnswers): FilePrediction[] {
  const single = expected.format.shapes.some(({ length }) => length === 0);
  return casePredictions(answers(bytes, single), expected);
}

function* answers(bytes: Uint8Array, single: boolean): Generator<NumberedAnswer> {
  let columns: number | undefined;
  for (const { number: line, text } of textLines(bytes)) {
    const cells = text.split(",").map((cell) => cell.trim());
    if (columns === undefined) {
      if (cells[0] !== "case" || cells.length < 2) throw new BadSubmission(`line ${line}: the head must be "case,prediction" or "case,p0,p1,…"`);
      columns = cells.length;
      continue;
    }
    if (cells.length !== columns) throw new BadSubmission(`line ${line} has ${cells.length} columns, its head ${columns}`);
    const bad = cells.find((cell) => !NUMBER.test(cell));
    if (bad !== undefined) throw new BadSubmission(`line ${line}: ${JSON.stringify(bad.slice(0, 60))} is not a finite number`);
    const [index, ...row] = cells.map(Number);
    yield { line, case: index, prediction: single && row.length === 1 ? row[0] : row };
  }
}
