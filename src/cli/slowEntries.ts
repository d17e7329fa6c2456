import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readRecord } from "../harness/recordFile.js";
import type { Settings } from "../harness/settings.js";
import { leaderboardRecord } from "../leaderboard/record.js";
import type { NotCompared } from "../report/submissionText.js";
import { PACKAGE_ROOT } from "./packageRoot.js";

/** Where a board's record is looked for, in this order. */
const PLACES = [join("results", "reference", "leaderboard.json"), join("results", "latest", "leaderboard.json"), join(PACKAGE_ROOT, "results", "reference", "leaderboard.json")];

/**
 * The entries of a task's boards that took too long to train when they were recorded.
 *
 * A submission is compared with entries that are trained anew; these are shown with their recorded scores instead.
 *
 * @param task the task's id and version
 * @param settings tier and seed, which the record must share
 * @param patience seconds of training
 * @param file the record; when undefined, the first that there is of those in results/reference and results/latest
 * @returns a row for every slow entry and board; none without a record of this tier, seed and task
 * @throws BadRecordFile if the record cannot be read
 */
export async function slowEntries(
  task: { readonly id: string; readonly version: number },
  { tier, seed }: Settings,
  patience: number,
  file?: string,
): Promise<NotCompared[]> {
  const path = file ?? PLACES.find((place) => existsSync(resolve(place)));
  if (path === undefined) return [];
  const { run, boards } = await readRecord(resolve(path), leaderboardRecord);
  if (run.tier !== tier || run.seed !== seed) return [];
  return boards
    .filter((board) => board.task.id === task.id && board.task.version === task.version)
    .flatMap((board) =>
      board.rows.flatMap(({ model, score, trainSeconds }) =>
        score !== null && trainSeconds !== null && trainSeconds > patience ? [{ board: board.id, model, score }] : [],
      ),
    );
}
