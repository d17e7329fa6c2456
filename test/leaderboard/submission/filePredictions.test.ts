import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { classFormat } from "../../../src/leaderboard/submission/classFormat.js";
import { filePredictions } from "../../../src/leaderboard/submission/filePredictions.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";
import { toyTask } from "../toyTask.js";
import { listed } from "./files.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (shape: number[], values: number[]) => {
  writeFileSync(join(folder, "a.npy"), npyBytes(shape, values));
  return filePredictions(toyTask, classFormat(2), folder, { kind: "predictions", file: "a.npy" }, 2);
};

test("predictions that the task accepts", () => expect(listed(read([2], [1, 0]))).toEqual([1, 0]));

test("one that the task refuses is named by its case", () => {
  expect(() => read([2], [1, 2])).toThrow("case 1: a class must be an integer in [0, 2), got 2");
  expect(() => read([2, 2], [0.5, 0.5, 0.5, 0.4])).toThrow("case 1: probabilities must sum to 1, got 0.9");
});

test("other kinds of answers have no file of predictions", () => {
  expect(() => filePredictions(toyTask, classFormat(2), folder, { kind: "onnx", file: "a.onnx" }, 2)).toThrow("answers come from a file of predictions, got onnx");
});
