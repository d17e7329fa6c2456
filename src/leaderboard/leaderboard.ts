import { test } from "vitest";
import { settingsFromEnvironment } from "../harness/settings.js";
import { atTier, type Tiered } from "../harness/tier.js";
import { backendInUse } from "../nn/backend.js";
import { Key } from "../random/key.js";
import { type Answered, board } from "./board.js";
import type { Entry } from "./entry.js";
import type { Metric } from "./metric.js";
import type { BoardRecord } from "./record.js";
import { scoreEntry } from "./scoreEntry.js";
import { type Task, taskCases } from "./task.js";

declare module "vitest" {
  interface TaskMeta {
    simverdictBoards?: readonly BoardRecord[];
  }
}

/** Models that compete on a task under some metrics. */
export interface LeaderboardDefinition<Theta, X, Truth, Prediction> {
  readonly task: Task<Theta, X, Truth, Prediction>;
  /** At least one; each makes a board of its own. */
  readonly metrics: readonly [Metric<Prediction, Truth>, ...Metric<Prediction, Truth>[]];
  /** At least one, of different names. */
  readonly entries: readonly Entry<X, Prediction>[];
  /** How many of the task's cases are scored. */
  readonly cases: Tiered<number>;
  /** The time in milliseconds, for the training times. */
  readonly clock: () => number;
}

/**
 * Register a leaderboard as a vitest test; called in a `*.board.ts` file. `simverdict bench` collects the boards.
 *
 * An entry that fails is listed with its problem and the board goes on; the test then fails. With `SIMVERDICT_ENTRY`
 * only entries whose name contains that text take part, and without one there is no board.
 *
 * @param definition task, metrics and entries
 * @throws RangeError if there is no entry, a name is empty or given twice, or a version, a range or a number of cases
 *   is outside its domain
 */
export function leaderboard<Theta, X, Truth, Prediction>(definition: LeaderboardDefinition<Theta, X, Truth, Prediction>): void {
  const { task, metrics, clock } = definition;
  checkDefinition(definition);
  const settings = settingsFromEnvironment(process.env);
  const only = process.env.SIMVERDICT_ENTRY ?? "";
  const entries = definition.entries.filter(({ model }) => model.includes(only));
  test(task.id, { timeout: 0 }, async ({ task: { meta } }) => {
    if (entries.length === 0) return;
    const cases = taskCases(task, atTier(definition.cases, settings.tier));
    const answered: Answered<Prediction>[] = [];
    for (const entry of entries) {
      const key = Key.root(settings.seed).fold("entry").fold(task.id).fold(entry.model);
      const answers = await scoreEntry(task, entry, cases, { key, tier: settings.tier }, clock);
      answered.push({ model: entry.model, source: entry.source, answers });
      console.log(`${task.id}: ${entry.model} ${answers.problem === null ? "done" : `failed: ${answers.problem}`}`);
    }
    const backend = backendInUse()?.name ?? null;
    const boards = metrics.map((metric) => ({ ...board(task, metric, cases, answered), backend }));
    meta.simverdictBoards = boards;
    const failed = boards.flatMap(({ rows }) => rows.filter(({ problem }) => problem !== null && problem !== "n/a"));
    if (failed.length > 0) {
      throw new Error([...new Set(failed.map(({ model, problem }) => `${model}: ${problem}`))].join("\n"));
    }
  });
}

/** Refuse at load what would spoil the record at the end. */
function checkDefinition<Theta, X, Truth, P>({ task, metrics, entries, cases }: LeaderboardDefinition<Theta, X, Truth, P>): void {
  const refuse = (what: string): never => {
    throw new RangeError(`leaderboard ${task.id} ${what}`);
  };
  const models = entries.map(({ model }) => model);
  const ids = metrics.map(({ id }) => id);
  const twice = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i);
  if (!(Number.isSafeInteger(task.version) && task.version > 0)) refuse(`has version ${task.version}, not a positive integer`);
  if (models.length === 0) refuse("has no entry");
  if (models.includes("")) refuse("has an entry without a name");
  if (twice(models) !== undefined) refuse(`has two entries named "${twice(models)}"`);
  if (twice(ids) !== undefined) refuse(`has two metrics named "${twice(ids)}"`);
  for (const { id, range: [low, high] } of metrics) {
    if (!(low < high && Number.isFinite(high - low))) refuse(`has metric ${id} with range [${low}, ${high}], not two finite numbers in order`);
  }
  for (const count of Object.values(cases) as unknown[]) {
    if (!(Number.isSafeInteger(count) && Number(count) > 0)) refuse(`has ${String(count)} cases, not a positive integer`);
  }
}
