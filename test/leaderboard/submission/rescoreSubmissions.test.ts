import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/harness/settings.js";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import { type SubmissionRecord, submissionRecord } from "../../../src/leaderboard/submission/record.js";
import { rescoreSubmissions } from "../../../src/leaderboard/submission/rescoreSubmissions.js";
import { storeAnswers } from "../../../src/leaderboard/submission/storedAnswers.js";
import { taskCases, taskHash } from "../../../src/leaderboard/task.js";
import { formatlessTask, toyEntry, toyTask } from "../toyTask.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";
import { writeSubmission } from "./files.js";
import { submissionOf } from "./submissions.js";

let folder: string;
const task = { id: "toy/bit", version: 1, hash: taskHash(toyTask) };
const answered = (release?: string): number[] => taskCases(toyTask, 100, release).map(({ x }) => x[0]);
const write = (record: SubmissionRecord): void => writeFileSync(join(folder, "record.json"), JSON.stringify(record));
beforeEach(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeSubmission(folder, { "m.onnx": "not a model, which does not matter" }, { answers: { kind: "onnx", file: "m.onnx" } });
  const answers = { public: await storeAnswers(folder, "public", answered()), fresh: await storeAnswers(folder, "fresh", answered("r1")) };
  write(submissionOf({ task, answers }));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const definition = { task: toyTask, metrics: [classificationError] as const, entries: [toyEntry("contrary", ([x]) => 1 - x)], cases: { smoke: 10 }, clock: () => 0 };
const run = (folders = [folder], changes: object = {}) =>
  rescoreSubmissions({ ...definition, ...changes }, DEFAULT_SETTINGS, { do: "rescore", folders, competitors: { against: null, skip: [] }, identity: { version: "0.2.0", commit: null } });
const recordOf = (): SubmissionRecord => submissionRecord.parse(JSON.parse(readFileSync(join(folder, "record.json"), "utf8")));

test("kept answers are scored on as many cases as then, of the same release", async () => {
  await run();
  const { boards: [board], run: by } = recordOf();
  const wrong = (release?: string): number => taskCases(toyTask, 100, release).filter(({ x, truth }) => x[0] !== truth.mechanism).length / 100;
  expect([board.public.score, board.fresh!.score]).toEqual([wrong(), wrong("r1")]);
  expect(board.compared.map(({ model }) => model)).toEqual(["contrary"]);
  expect(by).toMatchObject({ release: "r1", version: "0.2.0" });
});

test("a file of predictions is read again", async () => {
  writeSubmission(folder, { "a.npy": npyBytes([100], answered()) });
  write(submissionOf({ task, kind: "predictions", answers: null }));
  await run();
  expect(recordOf().boards[0]).toMatchObject({ public: { n: 100 }, fresh: null });
});

test("changed answers are a matter of integrity, and the record stays", async () => {
  const before = recordOf();
  appendFileSync(join(folder, "public.jsonl"), "\n");
  await expect(run()).rejects.toThrow(expect.objectContaining({ name: "BadSubmission", integrity: true }) as Error);
  expect(recordOf()).toEqual(before);
});

test("a task that has changed, or says no format, is refused", async () => {
  await expect(run([folder], { task: { ...toyTask, version: 2 } })).rejects.toThrow("answers toy/bit@1, which is another task by now");
  await expect(run([folder], { task: formatlessTask })).rejects.toThrow("says no format of predictions");
});
