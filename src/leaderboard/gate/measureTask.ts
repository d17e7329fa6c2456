import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { writeRecord } from "../../harness/recordFile.js";
import type { Settings } from "../../harness/settings.js";
import { backendInUse } from "../../nn/backend.js";
import { caseScores } from "../caseScores.js";
import { entryKey } from "../entryKey.js";
import type { LeaderboardDefinition } from "../leaderboardDefinition.js";
import type { Metric } from "../metric.js";
import { type Answers, scoreEntry } from "../scoreEntry.js";
import { type Case, taskCases, taskHash } from "../task.js";
import { packedScores } from "./packedScores.js";
import { type ScoredRow, scoredTask } from "./scoresRecord.js";

/** What a leaderboard is asked to measure; the JSON text in `SIMVERDICT_MEASURE`. */
export const measurement = z.strictObject({
  /** Where the scores go, one file for every task. */
  folder: z.string(),
  /** Cases in each of the two blocks; fewer for an entry with `gateCases`. */
  cases: z.int().positive(),
  /** Names the draw of the reserved cases. */
  reserved: z.string().min(1),
});

/** @see measurement */
export type Measurement = z.infer<typeof measurement>;

/**
 * Score every entry of a leaderboard on the public and on the reserved cases, case by case, and write that down.
 *
 * @param definition the leaderboard
 * @param settings seed and tier: equal ones give the entries that a board of this run has
 * @param text the measurement, as JSON
 * @throws ZodError if the text is no measurement; BadRecordFile if the scores cannot be written; what an entry does wrong is
 *   in its rows
 */
export async function measureTask<Theta, X, Truth, P>(
  { task, metrics, entries, clock }: LeaderboardDefinition<Theta, X, Truth, P>,
  { seed, tier }: Settings,
  text: string,
): Promise<void> {
  const { folder, cases, reserved } = measurement.parse(JSON.parse(text));
  const blocks: Blocks<X, Truth> = { public: taskCases(task, cases), reserved: taskCases(task, cases, reserved) };
  const boards = metrics.map(({ id, title, direction, range: [low, high] }) => ({
    metric: { id, title, direction, range: [low, high] as [number, number] },
    rows: [] as ScoredRow[],
  }));
  for (const entry of entries) {
    const context = { key: entryKey(seed, task.id, entry.model), tier };
    const asked = Math.min(cases, entry.gateCases ?? cases);
    const some = { public: blocks.public.slice(0, asked), reserved: blocks.reserved.slice(0, asked) };
    const answers = await scoreEntry(task, entry, [...some.public, ...some.reserved], context, clock);
    metrics.forEach((metric, i) => boards[i].rows.push({ model: entry.model, cases: asked, ...rowScores(metric, some, answers) }));
    console.log(`${task.id}: ${entry.model} ${answers.problem === null ? "done" : `failed: ${answers.problem}`}`);
  }
  const about = { id: task.id, version: task.version, hash: taskHash(task) };
  const file = join(folder, `${createHash("sha256").update(task.id).digest("hex")}.json`);
  await writeRecord(file, scoredTask, { task: about, backend: backendInUse()?.name ?? null, boards });
}

/** The two blocks of cases, equally long. */
interface Blocks<X, Truth> {
  readonly public: readonly Case<X, Truth>[];
  readonly reserved: readonly Case<X, Truth>[];
}

function rowScores<X, Truth, P>(metric: Metric<P, Truth>, blocks: Blocks<X, Truth>, answers: Answers<P>): Omit<ScoredRow, "model" | "cases"> {
  const none = (problem: string | null): Omit<ScoredRow, "model" | "cases"> => ({ public: null, reserved: null, problem });
  if (answers.problem !== null) return none(answers.problem);
  const first = caseScores(metric, blocks.public, answers.predictions);
  const second = caseScores(metric, blocks.reserved, answers.predictions.slice(blocks.public.length));
  const problem = first.problem ?? second.problem;
  if (problem !== null) return none(problem);
  return { public: packedScores(first.scores, metric.range), reserved: packedScores(second.scores, metric.range), problem };
}
