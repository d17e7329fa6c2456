import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submissionRecord } from "../../src/leaderboard/submission/record.js";
import { writeSubmission } from "../leaderboard/submission/files.js";
import { onnxBytes } from "../leaderboard/submission/onnxModels.js";
import { simverdict } from "./simverdict.js";

let folder: string;
let [out, stored]: string[] = [];
const run = (command: string, ...words: string[]) => simverdict([...command.split(" "), "--boards", "boards/bits.board.ts", "--out", out, ...words]);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  out = join(folder, "store");
  writeSubmission(join(folder, "net"), { "m.onnx": onnxBytes("posterior") }, { task: "bits/one@1", answers: { kind: "onnx", file: "m.onnx" } });
  expect((await run(`submit ${join(folder, "net")}`, "--tier", "smoke")).code).toBe(0);
  stored = join(out, "bits", "one", readdirSync(join(out, "bits", "one"))[0]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const record = (): string => readFileSync(join(stored, "record.json"), "utf8");

test("a record made with another metric is made anew from the kept answers", async () => {
  const before = record();
  const parsed = submissionRecord.parse(JSON.parse(before));
  const [error, brier] = parsed.boards;
  writeFileSync(join(stored, "record.json"), JSON.stringify({ ...parsed, boards: [{ ...error, public: { ...error.public, score: 0.5 } }, brier] }));
  const { code, stdout } = await run("rescore");
  expect(code).toBe(0);
  expect(record()).toBe(before);
  expect(stdout).toContain(`net 1.0  error: 0.5 → ${error.public.score}\n`);
  expect(stdout).toContain(`net 1.0  brier: ${brier.public.score} → ${brier.public.score} (unchanged)\n`);
});

test("--json lists what changed", async () => {
  const { code, stdout } = await run("rescore", "--json", "--against", "copy");
  expect([code, (JSON.parse(stdout) as unknown[]).length]).toEqual([0, 2]);
});

test("nothing stored: exit 2", async () => {
  const { code, stderr } = await simverdict(["rescore", "--out", join(folder, "nowhere")]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^simverdict: no submission is stored in .*: simverdict submit stores them\n$/)]);
});

test.each(["public.jsonl", "m.onnx", "manifest.json"])("a %s that was changed: exit 4, and the record stays", async (name) => {
  const [before, content] = [record(), readFileSync(join(stored, name))];
  appendFileSync(join(stored, name), "\n");
  const { code, stderr } = await run("rescore");
  expect(code).toBe(4);
  expect(stderr).toMatch(/simverdict: .*has SHA-256 [^\n]*\n$/);
  expect(record()).toBe(before);
  writeFileSync(join(stored, name), content);
});
