import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/harness/settings.js";
import { brierScore } from "../../../src/leaderboard/brierScore.js";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import type { Manifest } from "../../../src/leaderboard/submission/manifest.js";
import { type SubmissionRecord, submissionRecord } from "../../../src/leaderboard/submission/record.js";
import { rescoreSubmissions } from "../../../src/leaderboard/submission/rescoreSubmissions.js";
import { scoreSubmission } from "../../../src/leaderboard/submission/scoreSubmission.js";
import { taskCases, taskHash } from "../../../src/leaderboard/task.js";
import { formatlessTask, toyEntry, toyTask } from "../toyTask.js";
import { twoClasses, writeSubmission } from "./files.js";
import { missingRuntime } from "../../nn/missingBackend.js";
import { onnxBytes } from "./onnxModels.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const definition = {
  task: toyTask,
  metrics: [classificationError, brierScore] as const,
  entries: [toyEntry("copy", ([x]) => x), toyEntry("contrary", ([x]) => 1 - x)],
  cases: { smoke: 200 },
  clock: () => 0,
};
const sha = "a".repeat(64);
const shared = { competitors: { against: null, skip: [] }, identity: { version: "0.1.0", commit: null } };
const order = { do: "submit" as const, sha, release: "r1", limits: { seconds: 30, megabytes: 8192 }, ...shared };
const cases = taskCases(toyTask, 200);
const posterior = twoClasses(cases.map(({ x }) => (x[0] === 1 ? 0.8 : 0.2)));

async function scored(files: Record<string, Uint8Array | string>, changes: Partial<Manifest> = {}, task = toyTask): Promise<SubmissionRecord> {
  writeSubmission(folder, files, changes);
  await scoreSubmission({ ...definition, task }, DEFAULT_SETTINGS, { ...order, folder, scratch: folder, asking: join(folder, "asking") });
  return recordOf();
}
const recordOf = (): SubmissionRecord => submissionRecord.parse(JSON.parse(readFileSync(join(folder, "record.json"), "utf8")));
const scores = ({ boards }: SubmissionRecord) => boards.map((board) => [board.public.score, board.fresh?.score ?? null]);

test("a file of predictions is scored on the public cases only, and the record says so", async () => {
  const record = await scored({ "a.npy": posterior });
  expect(record).toMatchObject({ sha, kind: "predictions", answers: null, run: { release: null, tier: "smoke", version: "0.1.0" }, task: { hash: taskHash(toyTask) } });
  expect(record.boards.map(({ fresh }) => fresh)).toEqual([null, null]);
  expect(record.boards[0].compared.map(({ model }) => model)).toEqual(["copy", "contrary"]);
  expect(readdirSync(folder).sort()).toEqual(["a.npy", "manifest.json", "record.json"]);
});

test("a program is scored on both, and its answers are kept", async ({ skip }) => {
  skip(missingRuntime !== undefined, missingRuntime);
  const record = await scored({ "m.onnx": onnxBytes("posterior") }, { answers: { kind: "onnx", file: "m.onnx" } });
  const file = await scored({ "a.npy": posterior });
  expect(record.boards.map(({ public: { n }, fresh }) => [n, fresh?.n])).toEqual([[200, 200], [200, 200]]);
  expect(scores(record)[0][0]).toBe(scores(file)[0][0]);
  expect(scores(record)[1][0]).toBeCloseTo(scores(file)[1][0]!, 6);
  expect(record.run.release).toBe("r1");
  expect(readdirSync(folder).sort()).toEqual(["a.npy", "fresh.jsonl", "m.onnx", "manifest.json", "public.jsonl", "record.json"]);
});

test.each<[string, Record<string, Uint8Array | string>, Partial<Manifest>, string]>([
  ["another version", { "a.npy": posterior }, { task: "toy/bit@2" }, "the submission is for toy/bit@2; the task is now version 1"],
  ["too few predictions", { "a.npy": twoClasses([0.5]) }, {}, "the array has shape (1, 2); it must be (200,) or (200, 2)"],
  ["a program that fails", {}, { answers: { kind: "command", command: ["false"] } }, "the command ended with code 1"],
  ["a program with a bad prediction", {}, { answers: { kind: "command", command: ["sed", "s/\"x\":.*/\"prediction\":7}/"] } }, "case 0: a class must be an integer in [0, 2), got 7"],
])("%s is refused, without a record", async (_, files, changes, why) => {
  await expect(scored(files, changes)).rejects.toThrow(expect.objectContaining({ name: "BadSubmission", message: why }) as Error);
  for (const name of ["record.json", "asking"]) expect(readdirSync(folder)).not.toContain(name);
});

test("a task without a format of predictions takes no submissions", async () => {
  await expect(scored({ "a.npy": posterior }, {}, formatlessTask)).rejects.toThrow("so it takes no submissions");
});

test("after a mended metric, kept answers are scored again without being asked again", async () => {
  const before = await scored({}, { answers: { kind: "command", command: ["sed", "s/\"x\":.\\(.\\).*/\"prediction\":\\1}/"] } });
  const half: typeof classificationError = { ...classificationError, evaluate: (p, t) => classificationError.evaluate(p, t)! / 2 };
  await rescoreSubmissions({ ...definition, metrics: [half] }, DEFAULT_SETTINGS, { do: "rescore", folders: [folder], ...shared });
  expect(scores(recordOf())).toEqual([scores(before)[0].map((score) => score! / 2)]);
});
