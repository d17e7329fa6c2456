import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { baseFolderOf, readRecords, writeBase, writeRecords } from "../../../src/leaderboard/gate/baseFolder.js";
import { runOf } from "../../harness/records.js";
import { errors, scoredRowOf, scoredTaskOf, scoresOf } from "./scores.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const records = { verdicts: runOf(), scores: scoresOf([scoredTaskOf([scoredRowOf(errors(8))])]) };
const WHY = { reason: "a better net", at: "2026-01-01T00:00:00.000Z" };

test("a base is read back, and a second one leaves a second reason", async () => {
  await writeBase(folder, records, WHY);
  const first = await readRecords(folder);
  expect(first).toEqual({ ...records, sha: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  await writeBase(folder, { ...records, verdicts: runOf({ theorems: [] }) }, { ...WHY, reason: "fewer" });
  expect((await readRecords(folder)).sha).not.toBe(first.sha);
  expect(readdirSync(folder).sort()).toEqual(["base-log.jsonl", "base.json", "scores.json", "verdicts.json"]);
  const log = readFileSync(join(folder, "base-log.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(log).toMatchObject([{ reason: "a better net", at: WHY.at, version: "0.1.0", tier: "smoke", theorems: 1, tasks: 1 }, { reason: "fewer", theorems: 0 }]);
});

test("a folder keeps its base in its folder gate, where there is one", async () => {
  const own = join(folder, "gate");
  expect(baseFolderOf(folder)).toBe(folder);
  mkdirSync(own);
  expect(baseFolderOf(folder)).toBe(folder);
  await writeBase(own, records, WHY);
  expect([baseFolderOf(folder), baseFolderOf(own)]).toEqual([own, own]);
});

test("one kind alone, and a single file, can be read too", async () => {
  await writeRecords(folder, { ...records, verdicts: null });
  expect(await readRecords(folder)).toMatchObject({ verdicts: null, scores: records.scores });
  await writeRecords(folder, records);
  expect(await readRecords(join(folder, "verdicts.json"))).toMatchObject({ verdicts: records.verdicts, scores: null });
  expect(await readRecords(join(folder, "scores.json"))).toMatchObject({ verdicts: null, scores: records.scores });
});

test.each(["verdicts.json", "scores.json"])("a %s that was changed, is missing or was added is a matter of integrity", async (name) => {
  await writeBase(folder, records, WHY);
  appendFileSync(join(folder, name), " ");
  await expect(readRecords(folder)).rejects.toMatchObject({ integrity: true, message: expect.stringMatching(`${name} has SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}: a base is changed only by`) as string });
  rmSync(join(folder, name));
  await expect(readRecords(folder)).rejects.toMatchObject({ integrity: true, message: expect.stringContaining(`${name} is missing`) as string });
  await writeBase(folder, { ...records, [name === "scores.json" ? "scores" : "verdicts"]: null }, WHY);
  writeFileSync(join(folder, name), "{}");
  await expect(readRecords(folder)).rejects.toMatchObject({ integrity: true, message: expect.stringContaining("is not of this base") as string });
});

test("what holds no records, or malformed ones, is refused", async () => {
  await expect(readRecords(folder)).rejects.toThrow("holds neither verdicts.json nor scores.json: make a base with simverdict gate --update-base");
  writeFileSync(join(folder, "scores.json"), '{"schema": "simverdict/sc');
  await expect(readRecords(folder)).rejects.toThrow("is not complete JSON");
  writeFileSync(join(folder, "scores.json"), JSON.stringify({ ...records.scores, cases: 0 }));
  await expect(readRecords(folder)).rejects.toThrow("is not a valid record: cases: ");
  writeFileSync(join(folder, "scores.json"), JSON.stringify({ ...records.scores, schema: "simverdict/scores@2" }));
  await expect(readRecords(folder)).rejects.toThrow("which this version does not read");
});

test("a log that cannot be written is said", async () => {
  mkdirSync(join(folder, "base-log.jsonl"));
  await expect(writeBase(folder, records, WHY)).rejects.toThrow("cannot append the reason to ");
});
