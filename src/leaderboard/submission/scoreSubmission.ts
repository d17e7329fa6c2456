import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeRecord } from "../../harness/recordFile.js";
import type { Settings } from "../../harness/settings.js";
import { atTier } from "../../harness/tier.js";
import { entryKey } from "../entryKey.js";
import type { LeaderboardDefinition } from "../leaderboardDefinition.js";
import type { Predictions } from "../predictions.js";
import { scoreEntry } from "../scoreEntry.js";
import { taskCases, taskHash } from "../task.js";
import { BadSubmission } from "./badSubmission.js";
import { boardEntries } from "./boardEntries.js";
import { filePredictions } from "./filePredictions.js";
import { type Manifest, MANIFEST, parseManifest, taskOf } from "./manifest.js";
import type { SubmitOrder } from "./order.js";
import { submissionRecord } from "./record.js";
import { SUBMISSION_ALPHA, submissionBoards } from "./submissionBoards.js";
import { storeAnswers } from "./storedAnswers.js";
import { submittedEntry } from "./submittedEntry.js";

/**
 * Score a staged submission; its `record.json`, and what a program answered, go beside its manifest.
 *
 * A program is asked the public and the fresh cases in one go, in this order; a file of predictions answers the public
 * ones only.
 *
 * @param definition the leaderboard of its task
 * @param settings seed and tier
 * @param order the submission's folder, the release of the fresh draw, the limits
 * @throws BadSubmission if it is for another version of the task, or an answer is missing or no prediction
 */
export async function scoreSubmission<Theta, X, Truth, P>(
  definition: LeaderboardDefinition<Theta, X, Truth, P>,
  settings: Settings,
  order: SubmitOrder,
): Promise<void> {
  const { task, metrics } = definition;
  const { seed, tier } = settings;
  const { folder, release, identity, competitors } = order;
  const manifest = parseManifest(readFileSync(join(folder, MANIFEST)));
  const { format } = task;
  if (taskOf(manifest.task).version !== task.version) throw new BadSubmission(`the submission is for ${manifest.task}; the task is now version ${task.version}`);
  if (format === undefined) throw new BadSubmission(`the task ${task.id} says no format of predictions, so it takes no submissions`);
  const cases = taskCases(task, atTier(definition.cases, tier));
  const fresh = taskCases(task, cases.length, release);

  let predictions: Predictions<P>;
  let freshPredictions: readonly P[] | null = null;
  const entry = submittedEntry<X, P>(manifest.answers, { x: cases[0].x, format, order });
  if (entry === undefined) {
    predictions = filePredictions(task, format, folder, manifest.answers, cases.length);
  } else {
    const context = { key: entryKey(seed, task.id, label(manifest)), tier };
    writeFileSync(order.asking, "");
    const answers = await scoreEntry(task, entry, [...cases, ...fresh], context, definition.clock);
    rmSync(order.asking);
    if (answers.problem !== null) throw new BadSubmission(answers.problem);
    predictions = answers.predictions.slice(0, cases.length);
    freshPredictions = answers.predictions.slice(cases.length);
  }
  const entries = await boardEntries(definition, settings, cases, competitors);
  const kept = freshPredictions && {
    public: await storeAnswers(folder, "public", predictions),
    fresh: await storeAnswers(folder, "fresh", freshPredictions),
  };
  await writeRecord(join(folder, "record.json"), submissionRecord, {
    schema: "simverdict/submission-record@1",
    sha: order.sha,
    task: { id: task.id, version: task.version, hash: taskHash(task) },
    model: manifest.model,
    version: manifest.version,
    kind: manifest.answers.kind,
    run: { tier, seed, release: freshPredictions && release, ...identity },
    alpha: SUBMISSION_ALPHA,
    answers: kept,
    boards: submissionBoards(metrics, { cases, predictions }, freshPredictions && { cases: fresh, predictions: freshPredictions }, entries),
  });
}

const label = ({ model, version }: Manifest): string => `${model} ${version}`;
