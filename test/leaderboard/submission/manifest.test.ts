import { expect, test } from "vitest";
import { manifestSchema, parseManifest, taskOf } from "../../../src/leaderboard/submission/manifest.js";
import { bytesOf, manifestFor } from "./files.js";

const sound = manifestFor({ "a.npy": "content" });
const parse = (changes: object) => parseManifest(bytesOf(JSON.stringify({ ...sound, ...changes })));

test("a sound manifest is what it was", () => {
  expect(parse({})).toEqual(sound);
  expect(parse({ source: "σ-net, 2026", simulatorCalls: null, seeds: [] })).toMatchObject({ source: "σ-net, 2026" });
  expect(manifestSchema.parse(sound)).toEqual(sound);
});

test.each([
  { kind: "onnx", file: "a.npy" },
  { kind: "module", file: "a.npy" },
  { kind: "command", command: ["python3", "predict.py"] },
])("answers by $kind", (answers) => expect(parse({ answers }).answers).toEqual(answers));

const sha = "0".repeat(64);
test.each<[string, object, string]>([
  ["another schema", { schema: "simverdict/submission@2" }, '"schema"'],
  ["no version of the task", { task: "toy/bit" }, '"task": must be "<id>@<version>"'],
  ["a task that climbs", { task: "../bit@1" }, '"task"'],
  ["a task with dots only", { task: "toy/../bit@1" }, '"task"'],
  ["version 0 of the task", { task: "toy/bit@0" }, '"task"'],
  ["no name", { model: "" }, '"model"'],
  ["a name with escape codes", { model: "\u001b[31mnet" }, '"model": must not hold control or invisible characters'],
  ["a name that turns text round", { model: "a\u202eb" }, '"model"'],
  ["a long name", { model: "x".repeat(101) }, '"model"'],
  ["seeds that are none", { seeds: [0.5] }, '"seeds.0"'],
  ["negative simulator calls", { simulatorCalls: -1 }, '"simulatorCalls"'],
  ["no licence", { licence: undefined }, '"licence"'],
  ["answers of another kind", { answers: { kind: "pickle", file: "a.npy" } }, '"answers.kind"'],
  ["an empty command", { answers: { kind: "command", command: [] } }, '"answers.command"'],
  ["a path for a file", { files: { "../a.npy": sha } }, '"files'],
  ["an absolute path", { files: { "/etc/passwd": sha } }, '"files'],
  ["a hidden file", { files: { ".bashrc": sha } }, '"files'],
  ["a name of the store", { files: { "record.json": sha } }, '"files'],
  ["the manifest itself", { files: { "manifest.json": sha } }, '"files'],
  ["a checksum that is none", { files: { "a.npy": "abc" } }, "must be a SHA-256 in 64 lower-case hexadecimal digits"],
  ["too many files", { files: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, sha])) }, '"files"'],
  ["a field that nobody knows", { note: 1 }, "note"],
  ["an answer outside its files", { answers: { kind: "predictions", file: "b.npy" } }, "answers.file is b.npy, which is not among its files"],
])("%s is refused", (_, changes, why) => expect(() => parse(changes)).toThrow(why));

test("what is no JSON, no UTF-8 or too long is refused", () => {
  expect(() => parseManifest(bytesOf("{"))).toThrow("manifest.json is not JSON in UTF-8");
  expect(() => parseManifest(Uint8Array.of(0xff))).toThrow("manifest.json is not JSON in UTF-8");
  expect(() => parseManifest(new Uint8Array(65537))).toThrow("manifest.json has 65537 bytes, more than 65536");
});

test("a task's id and version", () => {
  expect(taskOf("model-selection/linear-trend-2/sigma-0.2@12")).toEqual({ id: "model-selection/linear-trend-2/sigma-0.2", version: 12 });
});
