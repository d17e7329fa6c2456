import { createHash } from "node:crypto";
import { join } from "node:path";
import { writeText } from "../../harness/recordFile.js";
import type { Predictions } from "../predictions.js";
import type { ExpectedAnswers } from "./answerFormat.js";
import type { FilePrediction } from "./arrayPredictions.js";
import { BadSubmission } from "./badSubmission.js";
import { withFile } from "./byteSource.js";
import { jsonLinesPredictions } from "./jsonLinesPredictions.js";

/** The two sets of cases that a submission can be asked. */
export type CaseSet = "public" | "fresh";

const pathOf = (folder: string, set: CaseSet): string => join(folder, `${set}.jsonl`);
const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

/**
 * Keep what a submission answered, so that it can be scored again without being run again.
 *
 * @param folder the submission's folder
 * @param set which cases
 * @param predictions the answers in the order of the cases
 * @returns SHA-256 of the file `<set>.jsonl`
 * @throws BadRecordFile if it cannot be written
 */
export async function storeAnswers(folder: string, set: CaseSet, predictions: Predictions<unknown>): Promise<string> {
  const lines = Array.from({ length: predictions.length }, (_, i) => {
    const prediction = predictions.at(i);
    const plain = typeof prediction === "number" ? prediction : Array.from(prediction as ArrayLike<number>);
    return `${JSON.stringify({ case: i, prediction: plain })}\n`;
  });
  const text = lines.join("");
  await writeText(pathOf(folder, set), text);
  return sha256(text);
}

/**
 * Read kept answers back.
 *
 * @param folder the submission's folder
 * @param set which cases
 * @param sha SHA-256 that the file must have
 * @param expected how many answers, and their shapes
 * @returns the answers in the order of the cases
 * @throws BadSubmission if the file is missing or malformed, or (integrity) has another checksum
 */
export function loadAnswers(folder: string, set: CaseSet, sha: string, expected: ExpectedAnswers): FilePrediction[] {
  const path = pathOf(folder, set);
  let bytes: Uint8Array;
  try {
    bytes = withFile(path, ({ size, read }) => read(0, size));
  } catch (error) {
    throw new BadSubmission(`cannot read ${path}: ${(error as Error).message}`);
  }
  const found = sha256(bytes);
  if (found !== sha) throw new BadSubmission(`${path} has SHA-256 ${found}, its record says ${sha}`, true);
  return jsonLinesPredictions(bytes, expected);
}
