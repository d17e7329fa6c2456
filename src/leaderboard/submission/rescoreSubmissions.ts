import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readRecord, writeRecord } from "../../harness/recordFile.js";
import type { Settings } from "../../harness/settings.js";
import type { LeaderboardDefinition } from "../leaderboardDefinition.js";
import type { Predictions } from "../predictions.js";
import { taskCases, taskHash } from "../task.js";
import { BadSubmission } from "./badSubmission.js";
import { boardEntries } from "./boardEntries.js";
import { filePredictions } from "./filePredictions.js";
import { MANIFEST, parseManifest } from "./manifest.js";
import type { RescoreOrder } from "./order.js";
import { type SubmissionRecord, submissionRecord } from "./record.js";
import { loadAnswers } from "./storedAnswers.js";
import { SUBMISSION_ALPHA, submissionBoards } from "./submissionBoards.js";

/**
 * Score stored submissions again, as after a mended metric, from what they answered then: nothing of theirs is run.
 *
 * @param definition the leaderboard of their task
 * @param settings seed and tier, those of the records
 * @param order the folders of the submissions, all scored at this seed and tier
 * @throws BadSubmission if the task is another one by now, or an answer is not what it was
 */
export async function rescoreSubmissions<Theta, X, Truth, P>(
  definition: LeaderboardDefinition<Theta, X, Truth, P>,
  settings: Settings,
  { folders, competitors, identity }: RescoreOrder,
): Promise<void> {
  const { task, metrics } = definition;
  const [first] = await Promise.all(folders.map((folder) => recordOf(folder)));
  const n = first.boards[0].public.n;
  const cases = taskCases(task, n);
  const hash = taskHash(task);
  const entries = await boardEntries(definition, settings, cases, competitors);
  for (const folder of folders) {
    const record = await recordOf(folder);
    if (record.task.hash !== hash) throw new BadSubmission(`${folder} answers ${task.id}@${record.task.version}, which is another task by now`);
    if (record.boards[0].public.n !== n) throw new BadSubmission(`${folder} answers ${record.boards[0].public.n} cases, others ${n}`);
    const format = task.format;
    if (format === undefined) throw new BadSubmission(`the task ${task.id} says no format of predictions`);
    const { release } = record.run;
    const load = (set: "public" | "fresh", sha: string): P[] => loadAnswers(folder, set, sha, { cases: n, format }) as P[];
    const predictions: Predictions<P> =
      record.answers === null
        ? filePredictions(task, format, folder, parseManifest(readFileSync(join(folder, MANIFEST))).answers, n)
        : load("public", record.answers.public);
    const fresh =
      record.answers === null || release === null
        ? null
        : { cases: taskCases(task, n, release), predictions: load("fresh", record.answers.fresh) };
    await writeRecord(join(folder, "record.json"), submissionRecord, {
      ...record,
      run: { ...record.run, ...identity },
      alpha: SUBMISSION_ALPHA,
      boards: submissionBoards(metrics, { cases, predictions }, fresh, entries),
    });
  }
}

const recordOf = (folder: string): Promise<SubmissionRecord> => readRecord(join(folder, "record.json"), submissionRecord);
