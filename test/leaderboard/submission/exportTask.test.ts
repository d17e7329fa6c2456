import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import { exportTask } from "../../../src/leaderboard/submission/exportTask.js";
import { npyArray } from "../../../src/leaderboard/submission/npyArray.js";
import { trainingPairs } from "../../../src/leaderboard/submission/trainingPairs.js";
import { taskCases, taskHash } from "../../../src/leaderboard/task.js";
import { DEFAULT_SETTINGS } from "../../../src/harness/settings.js";
import { formatlessTask, toyEntry, toyTask } from "../toyTask.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const definition = { task: toyTask, metrics: [classificationError] as const, entries: [toyEntry("copy", ([x]) => x)], cases: { smoke: 30 }, clock: () => 0 };
const run = (training: number, changes: object = {}) => exportTask({ ...definition, ...changes }, DEFAULT_SETTINGS, { do: "export", folder: join(folder, "out"), training });
const text = (name: string): string => readFileSync(join(folder, "out", name), "utf8");
const json = (name: string): Record<string, unknown> => JSON.parse(text(name)) as Record<string, unknown>;
const lines = (name: string): unknown[] => text(name).trim().split("\n").map((line) => JSON.parse(line) as unknown);

test("inputs without truths, and what the task is", async () => {
  await run(0);
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["inputs.jsonl", "inputs.npy", "task.json"]);
  const cases = taskCases(toyTask, 30);
  expect(lines("inputs.jsonl")).toEqual(cases.map(({ x }, i) => ({ case: i, x })));
  const { shape, values } = npyArray(new Uint8Array(readFileSync(join(folder, "out", "inputs.npy"))));
  expect([shape, Array.from(values)]).toEqual([[30, 1], cases.map(({ x }) => x[0])]);
  expect(json("task.json")).toEqual({
    schema: "simverdict/task@1",
    task: "toy/bit@1",
    hash: taskHash(toyTask),
    title: toyTask.title,
    simulator: "noisy-bit(flip=0.2)",
    tier: "smoke",
    cases: 30,
    x: { shape: [1] },
    prediction: { title: "a class from 0 to 1, or 2 probabilities with sum 1", shapes: [[], [2]] },
    metrics: [{ id: "error", title: classificationError.title, direction: "lower", range: [0, 1] }],
    training: null,
  });
});

test("a training set, as arrays and as lines", async () => {
  await run(20);
  const pairs = trainingPairs(toyTask, 20, 0);
  expect(lines("training.jsonl")).toEqual(pairs);
  const arrays = unzipSync(new Uint8Array(readFileSync(join(folder, "out", "training.npz"))));
  expect(json("task.json").training).toEqual({ pairs: 20, seed: 0, arrays: ["x", "mechanism", "posterior"] });
  expect(Object.keys(arrays)).toEqual(["x.npy", "mechanism.npy", "posterior.npy"]);
  expect(npyArray(arrays["posterior.npy"]).shape).toEqual([20, 2]);
  expect(Array.from(npyArray(arrays["mechanism.npy"]).values)).toEqual(pairs.map(({ truth }) => truth.mechanism));
});

test("inputs that are no arrays are written as lines only", async () => {
  await run(0, { task: { ...toyTask, simulator: { ...toyTask.simulator, simulate: () => "text" }, truth: () => ({ mechanism: 0 }) } });
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["inputs.jsonl", "task.json"]);
  expect(json("task.json").x).toEqual({ shape: null });
});

test("a task without a format of predictions is refused, and files that exist are not written over", async () => {
  await expect(run(0, { task: formatlessTask })).rejects.toThrow("the task toy/bit says no format of predictions");
  await run(0);
  await expect(run(0)).rejects.toThrow("EEXIST");
});
