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
 * An entry that fails is listed with its problem and the board goes on. The test fails if any entry did.
 *
 * @param definition task, metrics and entries
 * @throws RangeError if there is no entry or two have one name
 */
export function leaderboard<Theta, X, Truth, Prediction>(definition: LeaderboardDefinition<Theta, X, Truth, Prediction>): void {
  const { task, metrics, entries, clock } = definition;
  const models = entries.map(({ model }) => model);
  if (models.length === 0) throw new RangeError(`leaderboard ${task.id} has no entry`);
  const twice = models.find((model, i) => models.indexOf(model) < i);
  if (twice !== undefined) throw new RangeError(`leaderboard ${task.id} has two entries named "${twice}"`);
  const settings = settingsFromEnvironment(process.env);
  const only = process.env.SIMVERDICT_ENTRY;
  test(task.id, { timeout: 0 }, async ({ task: { meta } }) => {
    const cases = taskCases(task, atTier(definition.cases, settings.tier));
    const answered: Answered<Prediction>[] = [];
    for (const entry of entries) {
      if (only !== undefined && !entry.model.includes(only)) continue;
      const key = Key.root(settings.seed).fold("entry").fold(task.id).fold(entry.model);
      const answers = await scoreEntry(task, entry, cases, { key, tier: settings.tier }, clock);
      answered.push({ model: entry.model, source: entry.source, answers });
      console.log(`${task.id}: ${entry.model} ${answers.problem === null ? "done" : `failed: ${answers.problem}`}`);
    }
    const backend = backendInUse()?.name ?? null;
    meta.simverdictBoards = metrics.map((metric) => ({ ...board(task, metric, cases, answered), backend }));
    const failed = answered.filter(({ answers }) => answers.problem !== null);
    if (failed.length > 0) {
      throw new Error(failed.map(({ model, answers }) => `${model}: ${answers.problem}`).join("\n"));
    }
  });
}
