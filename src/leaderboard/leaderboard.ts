import { test } from "vitest";
import { settingsFromEnvironment } from "../harness/settings.js";
import { atTier, TIERS } from "../harness/tier.js";
import { backendInUse } from "../nn/backend.js";
import { contentDigest } from "../nn/checkpoint/contentDigest.js";
import { type Answered, board } from "./board.js";
import { entryKey } from "./entryKey.js";
import { entryTraining } from "./entryTraining.js";
import { measureTask } from "./gate/measureTask.js";
import type { LeaderboardDefinition } from "./leaderboardDefinition.js";
import type { BoardRecord } from "./record.js";
import { scoreEntry } from "./scoreEntry.js";
import { carryOut } from "./submission/carryOut.js";
import { taskCases } from "./task.js";
import { TRAINING_NEWS, type TrainingNews } from "./trainingNews.js";

declare module "vitest" {
  interface TaskMeta {
    simverdictBoards?: readonly BoardRecord[];
    /** Whether an entry failed because a checkpoint cannot be gone on from. */
    simverdictBadCheckpoint?: true;
  }
}

/**
 * Register a leaderboard as a vitest test; called in a `*.board.ts` file. `simverdict bench` collects the boards.
 *
 * An entry that fails is listed with its problem and the board goes on; the test then fails. With `SIMVERDICT_ENTRY`
 * only entries whose name contains that text take part, and without one there is no board; with `SIMVERDICT_RELEASE` they
 * answer a fresh draw of that name too. `simverdict export`, `submit`
 * and `rescore` have the same test do what the file in `SIMVERDICT_ORDER` asks for, `simverdict gate` measure the entries
 * case by case (`SIMVERDICT_MEASURE`). Long trainings, and predictions that entries give to be kept, are kept in the folder
 * `SIMVERDICT_CHECKPOINTS`, and tell how they go on where `SIMVERDICT_PROGRESS` is set.
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
  test(task.id, { timeout: 0 }, async ({ task: { meta }, annotate }) => {
    const order = process.env.SIMVERDICT_ORDER;
    if (order !== undefined) return carryOut(order, definition, settings);
    if (!(definition.tiers ?? TIERS).includes(settings.tier)) return;
    const measurement = process.env.SIMVERDICT_MEASURE;
    if (measurement !== undefined) return measureTask(definition, settings, measurement);
    if (entries.length === 0) return;
    const count = atTier(definition.cases, settings.tier);
    const cases = taskCases(task, count);
    const draw = release === undefined ? undefined : { release, cases: taskCases(task, count, release) };
    const hear = process.env.SIMVERDICT_PROGRESS ? (news: TrainingNews) => void annotate(JSON.stringify(news), TRAINING_NEWS) : undefined;
    const folder = process.env.SIMVERDICT_CHECKPOINTS || undefined;
    const answered: Answered<Prediction>[] = [];
    const asked = [...cases, ...(draw?.cases ?? [])];
    const digest = (): string => contentDigest(JSON.stringify(asked));
    for (const entry of entries) {
      const key = entryKey(settings.seed, task.id, entry.model);
      const { tier } = settings;
      const training = entryTraining({ tier, task: task.id, model: entry.model, key, cases: digest }, { folder, hear, clock, say: console.log });
      const context = { key, tier, ...(folder || hear ? { training: training.aid, predicting: training.predicting } : {}) };
      const found = await scoreEntry(task, entry, asked, context, clock);
      const answers = { ...found, trainSeconds: found.trainSeconds === null ? null : found.trainSeconds + training.secondsBefore() };
      if (found.badCheckpoint) meta.simverdictBadCheckpoint = true;
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
function checkDefinition<Theta, X, Truth, P>({ task, metrics, entries, cases, tiers }: LeaderboardDefinition<Theta, X, Truth, P>): void {
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
  for (const { model, gateCases = 1 } of entries) {
    if (!(Number.isSafeInteger(gateCases) && gateCases > 0)) refuse(`asks ${model} ${gateCases} cases at the gate, not a positive integer`);
  }
  if (tiers?.length === 0) refuse("has no tier");
  for (const { id, range: [low, high] } of metrics) {
    if (!(low < high && Number.isFinite(high - low))) refuse(`has metric ${id} with range [${low}, ${high}], not two finite numbers in order`);
  }
  for (const count of Object.values(cases) as unknown[]) {
    if (!(Number.isSafeInteger(count) && Number(count) > 0)) refuse(`has ${String(count)} cases, not a positive integer`);
  }
}
