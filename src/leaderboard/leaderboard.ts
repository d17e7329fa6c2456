import { test } from "vitest";
import { settingsFromEnvironment } from "../harness/settings.js";
import { atTier } from "../harness/tier.js";
import { backendInUse } from "../nn/backend.js";
import { type Answered, board } from "./board.js";
import { entryKey } from "./entryKey.js";
import { measureTask } from "./gate/measureTask.js";
import type { LeaderboardDefinition } from "./leaderboardDefinition.js";
import type { BoardRecord } from "./record.js";
import { scoreEntry } from "./scoreEntry.js";
import { carryOut } from "./submission/carryOut.js";
import { taskCases } from "./task.js";

declare module "vitest" {
  interface TaskMeta {
    simverdictBoards?: readonly BoardRecord[];
  }
}

/**
 * Register a leaderboard as a vitest test; called in a `*.board.ts` file. `simverdict bench` collects the boards.
 *
 * An entry that fails is listed with its problem and the board goes on; the test then fails. With `SIMVERDICT_ENTRY`
 * only entries whose name contains that text take part, and without one there is no board; with `SIMVERDICT_RELEASE` they
 * answer a fresh draw of that name too. `simverdict export`, `submit`
 * and `rescore` have the same test do what the file in `SIMVERDICT_ORDER` asks for, `simverdict gate` measure the entries
 * case by case (`SIMVERDICT_MEASURE`).
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
  const release = process.env.SIMVERDICT_RELEASE;
  const entries = definition.entries.filter(({ model }) => model.includes(only));
  test(task.id, { timeout: 0 }, async ({ task: { meta } }) => {
    const order = process.env.SIMVERDICT_ORDER;
    if (order !== undefined) return carryOut(order, definition, settings);
    const measurement = process.env.SIMVERDICT_MEASURE;
    if (measurement !== undefined) return measureTask(definition, settings, measurement);
    if (entries.length === 0) return;
    const count = atTier(definition.cases, settings.tier);
    const cases = taskCases(task, count);
    const draw = release === undefined ? undefined : { release, cases: taskCases(task, count, release) };
    const answered: Answered<Prediction>[] = [];
    for (const entry of entries) {
      const key = entryKey(settings.seed, task.id, entry.model);
      const answers = await scoreEntry(task, entry, [...cases, ...(draw?.cases ?? [])], { key, tier: settings.tier }, clock);
      const { predictions } = answers;
      const [open, fresh] = [predictions.slice(0, count), predictions.slice(count)];
      answered.push({ model: entry.model, source: entry.source, answers: { ...answers, predictions: open }, fresh });
      console.log(`${task.id}: ${entry.model} ${answers.problem === null ? "done" : `failed: ${answers.problem}`}`);
    }
    const backend = backendInUse()?.name ?? null;
    const boards = metrics.map((metric) => ({ ...board(task, metric, cases, answered, draw), backend }));
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
