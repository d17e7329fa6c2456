import { expect, test } from "vitest";
import { classFormat } from "../../../src/leaderboard/submission/classFormat.js";
import { submittedEntry } from "../../../src/leaderboard/submission/submittedEntry.js";
import { toyEntry } from "../toyTask.js";

const asked = { x: [1], format: classFormat(2), order: { scratch: "/tmp", limits: { seconds: 10, megabytes: 4096 } } };

test("a file of predictions cannot be asked", () => {
  expect(submittedEntry({ kind: "predictions", file: "a.npy" }, asked)).toBeUndefined();
});

test("a model, a command and a module can", () => {
  expect(submittedEntry({ kind: "onnx", file: "a.onnx" }, asked)?.model).toBe("/tmp/a.onnx");
  expect(submittedEntry({ kind: "command", command: ["python3", "a.py"] }, asked)?.model).toBe("python3 a.py");
  const place = Symbol.for("simverdict/submitted-module");
  const entry = toyEntry("copy", () => 0);
  Object.assign(globalThis, { [place]: { entry } });
  expect(submittedEntry({ kind: "module", file: "a.ts" }, asked)).toBe(entry);
  delete (globalThis as Record<symbol, unknown>)[place];
});

test("an ONNX model cannot read what is no array", () => {
  expect(() => submittedEntry({ kind: "onnx", file: "a.onnx" }, { ...asked, x: { text: "a" } })).toThrow("this task's x is no array of numbers");
});
