import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rescore } from "../../src/cli/rescore.js";
import { UsageError } from "../../src/cli/usageError.js";
import { submissionRecord } from "../../src/leaderboard/submission/record.js";
import { boardOf, rowOf } from "../leaderboard/records.js";
import { writeSubmission } from "../leaderboard/submission/files.js";
import { onnxBytes } from "../leaderboard/submission/onnxModels.js";
import { inSpecs } from "./inSpecs.js";
import { simverdict } from "./simverdict.js";

inSpecs();

let folder: string;
let [out, stored]: string[] = [];
const run = (command: string, ...words: string[]) => simverdict([...command.split(" "), "--boards", "boards/bits.board.ts", "--out", out, ...words]);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  out = join(folder, "store");
  writeSubmission(join(folder, "net"), { "m.onnx": onnxBytes("posterior") }, { task: "bits/one@1", answers: { kind: "onnx", file: "m.onnx" } });
  expect((await run(`submit ${join(folder, "net")}`, "--tier", "smoke")).code).toBe(0);
  stored = join(out, "bits", "one", readdirSync(join(out, "bits", "one"))[0]);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

const record = (): string => readFileSync(join(stored, "record.json"), "utf8");

test("a record made with another metric is made anew from the kept answers", async () => {
  const before = record();
  const parsed = submissionRecord.parse(JSON.parse(before));
  const [error, brier] = parsed.boards;
  writeFileSync(join(stored, "record.json"), JSON.stringify({ ...parsed, boards: [{ ...error, public: { ...error.public, score: null } }, brier] }));
  const { code, stdout } = await run("rescore");
  expect(code).toBe(0);
  expect(record()).toBe(before);
  expect(stdout).toContain(`net 1.0  error: n/a → ${error.public.score}\n`);
  expect(stdout).toContain(`net 1.0  brier: ${brier.public.score} → ${brier.public.score} (unchanged)\n`);
});

test("--json lists what changed", async () => {
  const { code, stdout } = await run("rescore", "--json", "--against", "copy");
  expect([code, (JSON.parse(stdout) as unknown[]).length]).toEqual([0, 2]);
});

test("entries that trained longer than the patience are left out, as submit leaves them out", async () => {
  const { task } = submissionRecord.parse(JSON.parse(record()));
  const about = { seed: 0, tier: "smoke", backend: null, version: "0.1.0", commit: null, node: "v20", startedAt: "", durationMs: 0 };
  const board = boardOf({ task: { ...boardOf().task, id: task.id, version: task.version }, rows: [rowOf({ model: "copy", trainSeconds: 500 })], paired: [] });
  const path = join(folder, "leaderboard.json");
  writeFileSync(path, JSON.stringify({ schema: "simverdict/leaderboard@1", run: about, boards: [board], failures: [] }));
  const models = (): string[] => submissionRecord.parse(JSON.parse(record())).boards[0].compared.map(({ model }) => model).sort();
  expect((await run("rescore", "--record", path)).code).toBe(0);
  expect(models()).toEqual(["contrary", "drawn|net"]);
  expect((await run("rescore", "--record", path, "--patience", "501")).code).toBe(0);
  expect(models()).toEqual(["contrary", "copy", "drawn|net"]);
});

test("nothing stored is bad usage", async () => {
  await expect(rescore({ out: join(folder, "nowhere"), boards: [], patience: "120" })).rejects.toThrow(UsageError);
  await expect(rescore({ out: join(folder, "nowhere"), boards: [], patience: "120" })).rejects.toThrow(/^no submission is stored in .*: simverdict submit stores them$/);
});

test.each(["public.jsonl", "m.onnx", "manifest.json"])("a %s that was changed is a matter of integrity, and the record stays", async (name) => {
  const [before, content] = [record(), readFileSync(join(stored, name))];
  appendFileSync(join(stored, name), "\n");
  await expect(rescore({ out, boards: ["boards/bits.board.ts"], patience: "120" })).rejects.toMatchObject({ name: "BadSubmission", integrity: true, message: expect.stringMatching(/^[^\n]*has SHA-256 [^\n]*$/) as string });
  expect(record()).toBe(before);
  writeFileSync(join(stored, name), content);
});
