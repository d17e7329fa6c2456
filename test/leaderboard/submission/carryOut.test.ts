import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/harness/settings.js";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import { carryOut } from "../../../src/leaderboard/submission/carryOut.js";
import { outcomeFile } from "../../../src/leaderboard/submission/order.js";
import { formatlessTask, toyEntry, toyTask } from "../toyTask.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rest = { metrics: [classificationError] as const, entries: [toyEntry("copy", ([x]) => x)], cases: { smoke: 5 }, clock: () => 0 };
async function outcome(task: typeof toyTask, order: object): Promise<unknown> {
  const path = join(folder, "order.json");
  writeFileSync(path, JSON.stringify(order));
  await carryOut(path, { task, ...rest }, DEFAULT_SETTINGS);
  return JSON.parse(readFileSync(outcomeFile(path), "utf8"));
}

test("an order that is carried out has no refusal", async () => {
  const to = join(folder, "out");
  expect(await outcome(toyTask, { do: "export", folder: to, training: 0 })).toEqual({ refused: null });
  expect(existsSync(join(to, "task.json"))).toBe(true);
});

test("what is refused is the outcome", async () => {
  expect(await outcome(formatlessTask, { do: "export", folder: join(folder, "out"), training: 0 })).toEqual({
    refused: { message: "the task toy/bit says no format of predictions, so it takes no submissions", integrity: false },
  });
});

test("what is no order, or cannot be done, is an error", async () => {
  await expect(outcome(toyTask, { do: "forget" })).rejects.toThrow("is not a valid record");
  await expect(outcome(toyTask, { do: "rescore", folders: [folder], competitors: { against: null, skip: [] }, identity: { version: "1", commit: null } })).rejects.toThrow("record.json");
});
