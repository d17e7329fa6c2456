import { expect, test } from "vitest";
import { checkComparable } from "../../../src/leaderboard/gate/checkComparable.js";
import { runOf } from "../../harness/records.js";
import { scoresOf } from "./scores.js";

const check = (base: Parameters<typeof checkComparable>[0], current: typeof base, sameVersion = true): void => checkComparable(base, current, { sameVersion });
const verdicts = runOf();
const scores = scoresOf([]);

test("equal circumstances are comparable, and so are times, commits and, of theorems, seeds that differ", () => {
  const later = { commit: "b", startedAt: "2027-01-01T00:00:00.000Z", durationMs: 1, node: "v22.0.0" };
  check({ verdicts, scores }, { verdicts: runOf({ run: { ...verdicts.run, ...later, seed: 7 } }), scores: scoresOf([], { run: { ...scores.run, ...later } }) });
  check({ verdicts, scores: null }, { verdicts: null, scores });
});

test("nets on one side only are no other backend", () => {
  check({ verdicts: null, scores }, { verdicts: null, scores: scoresOf([], { run: { ...scores.run, backend: "tfjs-wasm" } }) });
});

test.each([
  ["tier", { run: { ...verdicts.run, tier: "full" as const } }, 'the theorems of the base have tier "smoke" and those of now "full"'],
  ["version", { run: { ...verdicts.run, version: "9.0.0" } }, 'version "0.1.0" and those of now "9.0.0"'],
  ["alpha", { run: { ...verdicts.run, alpha: 0.01 } }, "alpha 0.00001 and those of now 0.01"],
  ["mode", { run: { ...verdicts.run, mode: "falsify" as const } }, "the current run judged falsifiers only"],
])("theorems of another %s are refused", (_, changes, message) => {
  expect(() => check({ verdicts, scores: null }, { verdicts: runOf(changes), scores: null })).toThrow(message);
});

test.each([
  ["tier", { run: { ...scores.run, tier: "standard" as const } }, 'tier "smoke" and those of now "standard"'],
  ["seed", { run: { ...scores.run, seed: 1 } }, "the boards of the base have seed 0 and those of now 1"],
  ["cases", { cases: 5 }, "cases 4000 and those of now 5"],
  ["reserved draw", { reserved: "r2" }, 'reserved "r1" and those of now "r2"'],
])("boards of another %s are refused", (_, changes, message) => {
  expect(() => check({ verdicts: null, scores }, { verdicts: null, scores: scoresOf([], changes) })).toThrow(message);
});

test("boards of another backend are refused", () => {
  const on = (backend: string) => ({ verdicts: null, scores: scoresOf([], { run: { ...scores.run, backend } }) });
  expect(() => check(on("tfjs-wasm"), on("onnx-native"))).toThrow('backend "tfjs-wasm" and those of now "onnx-native"');
});

test("where both sides were run just now, another version is part of the change", () => {
  check({ verdicts, scores }, { verdicts: runOf({ run: { ...verdicts.run, version: "9.0.0" } }), scores: scoresOf([], { run: { ...scores.run, version: "9.0.0" } }) }, false);
});
