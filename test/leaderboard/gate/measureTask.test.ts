import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRecord } from "../../../src/harness/recordFile.js";
import { DEFAULT_SETTINGS } from "../../../src/harness/settings.js";
import { brierScore } from "../../../src/leaderboard/brierScore.js";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import type { ClassPrediction, ClassTruth } from "../../../src/leaderboard/classPrediction.js";
import { measureTask } from "../../../src/leaderboard/gate/measureTask.js";
import { unpackedScores } from "../../../src/leaderboard/gate/packedScores.js";
import { scoredTask, type ScoredTask } from "../../../src/leaderboard/gate/scoresRecord.js";
import type { LeaderboardDefinition } from "../../../src/leaderboard/leaderboardDefinition.js";
import { taskCases, taskHash } from "../../../src/leaderboard/task.js";
import { toyEntry, toyTask } from "../toyTask.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => rmSync(folder, { recursive: true }));

const definition: LeaderboardDefinition<number, number[], ClassTruth, ClassPrediction> = {
  task: toyTask,
  metrics: [classificationError, brierScore],
  entries: [
    toyEntry("copy", ([x]) => x),
    toyEntry("nan", () => NaN),
    { ...toyEntry("slow", ([x]) => 1 - x), gateCases: 7 },
    { ...toyEntry("drawn", () => 0), prepare: ({ key }) => ({ parameters: 1, predict: (xs) => ((sure) => xs.map(() => [sure, 1 - sure]))(key.stream().uniform()) }) },
  ],
  cases: { smoke: 10 },
  clock: () => 0,
};

async function measured(seed: number, reserved = "r"): Promise<ScoredTask> {
  await measureTask(definition, { ...DEFAULT_SETTINGS, seed }, JSON.stringify({ folder, cases: 500, reserved }));
  const [file, ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  return readRecord(join(folder, file), scoredTask);
}

test("every entry is scored on the public and on the reserved cases, in their order", async () => {
  const { task, boards, backend } = await measured(0);
  expect([task, backend]).toEqual([{ id: "toy/bit", version: 1, hash: taskHash(toyTask) }, null]);
  expect(boards.map(({ metric, rows }) => [metric.id, rows.map(({ model, problem }) => [model, problem])])).toEqual([
    ["error", [["copy", null], ["nan", "case 0: a class must be an integer in [0, 2), got NaN"], ["slow", null], ["drawn", null]]],
    ["brier", [["copy", "n/a"], ["nan", "case 0: a class must be an integer in [0, 2), got NaN"], ["slow", "n/a"], ["drawn", null]]],
  ]);
  const [copy] = boards[0].rows;
  for (const [block, release] of [["public", undefined], ["reserved", "r"]] as const) {
    const expected = taskCases(toyTask, 500, release).map(({ x: [x], truth }) => (x === truth.mechanism ? 0 : 1));
    expect(Array.from(unpackedScores(copy[block]!, 500, [0, 1]))).toEqual(expected);
  }
});

test("who takes long over a case is asked the first few of each block", async () => {
  const [{ rows }] = (await measured(0)).boards;
  expect(rows.map(({ model, cases }) => `${model} ${cases}`)).toEqual(["copy 500", "nan 500", "slow 7", "drawn 500"]);
  const [copy, , slow] = rows;
  for (const block of ["public", "reserved"] as const) {
    const first = unpackedScores(copy[block]!, 500, [0, 1]).slice(0, 7);
    expect(Array.from(unpackedScores(slow[block]!, 7, [0, 1]))).toEqual(Array.from(first, (score) => 1 - score));
  }
});

test("the seed trains, the name of the draw chooses the reserved cases, and neither the public ones", async () => {
  const [one, two, other] = [await measured(0), await measured(1), await measured(0, "s")].map(({ boards }) => boards);
  const row = (boards: ScoredTask["boards"], metric: number, i: number) => boards[metric].rows[i];
  expect(row(two, 0, 0)).toEqual(row(one, 0, 0));
  expect(row(two, 1, 3).public).not.toBe(row(one, 1, 3).public);
  expect(row(other, 0, 0).public).toBe(row(one, 0, 0).public);
  expect(row(other, 0, 0).reserved).not.toBe(row(one, 0, 0).reserved);
});

test("a text that is no measurement is refused", async () => {
  await expect(measureTask(definition, DEFAULT_SETTINGS, JSON.stringify({ folder, cases: 0, reserved: "r" }))).rejects.toThrow("cases");
});
