import { join } from "node:path";
import type { Predictions } from "../predictions.js";
import type { Task } from "../task.js";
import type { AnswerFormat } from "./answerFormat.js";
import { BadSubmission } from "./badSubmission.js";
import { withFile } from "./byteSource.js";
import type { Manifest } from "./manifest.js";
import { readPredictions } from "./readPredictions.js";

/**
 * The predictions in a submission's file, each one checked by the task.
 *
 * @param task the task
 * @param format its format of predictions
 * @param folder the submission's folder
 * @param answers what the manifest says of the answers: a file of predictions
 * @param cases how many predictions there must be
 * @returns the predictions in the order of the cases
 * @throws BadSubmission if the file is not such predictions, or the task refuses one
 */
export function filePredictions<Theta, X, Truth, P>(
  task: Task<Theta, X, Truth, P>,
  format: AnswerFormat,
  folder: string,
  answers: Manifest["answers"],
  cases: number,
): Predictions<P> {
  if (answers.kind !== "predictions") throw new BadSubmission(`answers come from a file of predictions, got ${answers.kind}`);
  const { file } = answers;
  const predictions = withFile(join(folder, file), (source) => readPredictions(file, source, { cases, format })) as Predictions<P>;
  for (let i = 0; i < predictions.length; i++) {
    try {
      task.check(predictions.at(i) as P);
    } catch (error) {
      throw new BadSubmission(`case ${i}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return predictions;
}
