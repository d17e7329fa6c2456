import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slowEntries } from "../../src/cli/slowEntries.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";
import { boardOf, rowOf } from "../leaderboard/records.js";

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  file = join(folder, "leaderboard.json");
  const rows = [rowOf({ model: "slow", trainSeconds: 500, score: 0.1 }), rowOf({ model: "quick", trainSeconds: 1 }), rowOf({ model: "failed", trainSeconds: null, score: null })];
  const run = { seed: 0, tier: "smoke", backend: null, version: "0.1.0", commit: null, node: "v20", startedAt: "", durationMs: 0 };
  writeFileSync(file, JSON.stringify({ schema: "simverdict/leaderboard@1", run, boards: [boardOf({ rows, paired: [] })], failures: [] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const task = { id: boardOf().task.id, version: boardOf().task.version };

test("entries that trained longer than the patience, with their scores", async () => {
  expect(await slowEntries(task, DEFAULT_SETTINGS, 120, file)).toEqual([{ board: boardOf().id, model: "slow", score: 0.1 }]);
  expect(await slowEntries(task, DEFAULT_SETTINGS, 500, file)).toEqual([]);
});

test("another tier, seed, task or version is no record of these", async () => {
  expect(await slowEntries(task, { ...DEFAULT_SETTINGS, tier: "standard" }, 1, file)).toEqual([]);
  expect(await slowEntries(task, { ...DEFAULT_SETTINGS, seed: 1 }, 1, file)).toEqual([]);
  expect(await slowEntries({ ...task, id: "other" }, DEFAULT_SETTINGS, 1, file)).toEqual([]);
  expect(await slowEntries({ ...task, version: 9 }, DEFAULT_SETTINGS, 1, file)).toEqual([]);
});

test("the reference record is found where no other is named, and a named one must be there", async () => {
  const found = await slowEntries({ id: "model-selection/linear-trend-2/sigma-0.2", version: 1 }, { ...DEFAULT_SETTINGS, tier: "standard" }, 0);
  expect(new Set(found.map(({ model }) => model))).toContain("SGNN");
  await expect(slowEntries(task, DEFAULT_SETTINGS, 1, join(folder, "none.json"))).rejects.toThrow("none.json");
});
