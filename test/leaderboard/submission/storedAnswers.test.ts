import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { classFormat } from "../../../src/leaderboard/submission/classFormat.js";
import { loadAnswers, storeAnswers } from "../../../src/leaderboard/submission/storedAnswers.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const expected = { cases: 3, format: classFormat(2) };

test("answers are kept to the last digit", async () => {
  const sha = await storeAnswers(folder, "public", [1, [0.1, 0.9], Float32Array.of(0.3, 0.7)]);
  expect(loadAnswers(folder, "public", sha, expected)).toEqual([1, [0.1, 0.9], [Math.fround(0.3), Math.fround(0.7)]]);
});

test("changed answers are a matter of integrity, missing ones are refused", async () => {
  const sha = await storeAnswers(folder, "fresh", [1, 0, 1]);
  appendFileSync(join(folder, "fresh.jsonl"), "\n");
  expect(() => loadAnswers(folder, "fresh", sha, expected)).toThrow(expect.objectContaining({ name: "BadSubmission", integrity: true }) as Error);
  expect(() => loadAnswers(join(folder, "nowhere"), "fresh", sha, expected)).toThrow(/^cannot read .*ENOENT/);
});
