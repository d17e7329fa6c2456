import type { ExpectedAnswers } from "./answerFormat.js";
import type { FilePrediction } from "./arrayPredictions.js";
import { BadSubmission } from "./badSubmission.js";
import { casePredictions, type NumberedAnswer } from "./casePredictions.js";
import { textLines } from "./textLines.js";

/**
 * The predictions in JSON Lines, `{"case": 0, "prediction": [0.2, 0.8]}`, in any order.
 *
 * @param bytes the text
 * @param expected how many predictions, and their shapes
 * @returns the predictions in the order of the cases
 * @throws BadSubmission if a line is not such an object, or `casePredictions` refuses it
 */
export function jsonLinesPredictions(bytes: Uint8Array, expected: ExpectedAnswers): FilePrediction[] {
  return casePredictions(answers(bytes), expected);
}

function* answers(bytes: Uint8Array): Generator<NumberedAnswer> {
  for (const { number: line, text } of textLines(bytes)) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      throw new BadSubmission(`line ${line} is not JSON (which has no NaN or Infinity)`);
    }
    const keys = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? Object.keys(parsed) : [];
    if (keys.length !== 2 || !keys.includes("case") || !keys.includes("prediction")) {
      throw new BadSubmission(`line ${line} must be {"case": …, "prediction": …} and nothing more`);
    }
    const { case: index, prediction } = parsed as Record<string, unknown>;
    yield { line, case: index, prediction };
  }
}
