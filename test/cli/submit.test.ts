import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boardCommands } from "../../src/cli/boardCommands.js";
import type { Manifest } from "../../src/leaderboard/submission/manifest.js";
import { type SubmissionRecord, submissionRecord } from "../../src/leaderboard/submission/record.js";
import { taskCases } from "../../src/leaderboard/task.js";
import { submissionLines } from "../../src/report/submissionText.js";
import { bytesOf, headerOf, npyWith, npzWith, sha256, twoClasses, writeSubmission } from "../leaderboard/submission/files.js";
import { onnxBytes } from "../leaderboard/submission/onnxModels.js";
import { toyTask } from "../leaderboard/toyTask.js";
import { inProcess } from "./inProcess.js";
import { inSpecs } from "./inSpecs.js";
import { type Ended, simverdict, SPECS } from "./simverdict.js";

inSpecs();

let [folder, out]: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  out = mkdtempSync(join(folder, "out-"));
});

const task = { ...toyTask, id: "bits/one" };
const cases = taskCases(task, 300);
const npz = npzWith(twoClasses(cases.map(({ x }) => (x[0] === 1 ? 0.8 : 0.2))));
const submission = (files: Record<string, Uint8Array | string>, changes: Partial<Manifest> = {}): string => {
  const path = mkdtempSync(join(folder, "submission-"));
  writeSubmission(path, files, { task: "bits/one@1", ...changes });
  return path;
};
const submit = (path: string, ...words: string[]): Promise<Ended> =>
  simverdict(["submit", path, "--boards", "boards/bits.board.ts", "--tier", "smoke", "--out", out, ...words]);
/** The same in this process, for what is refused before any board is asked. */
const refused = (path: string, ...words: string[]) => inProcess(boardCommands, ["submit", path, "--boards", "boards/bits.board.ts", "--tier", "smoke", "--out", out, ...words]);
/** All files below the store. */
const stored = (): string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1)).sort();

describe("predictions from elsewhere", () => {
  test("are scored, placed, shown and stored under the hash of their manifest; a second time they stay as they are", async () => {
    const path = submission({ "predictions.npz": npz });
    const sha = sha256(readFileSync(join(path, "manifest.json")));
    const { code, stdout } = await submit(path);
    expect(code).toBe(0);
    expect(stored()).toEqual(["manifest.json", "predictions.npz", "record.json"].map((name) => join("bits", "one", sha, name)));
    const record = submissionRecord.parse(JSON.parse(readFileSync(join(out, "bits", "one", sha, "record.json"), "utf8")));
    expect(stdout).toContain(submissionLines(record).join("\n"));
    expect(record.boards.map(({ metric, rank, compared }) => [metric.id, rank, compared.map(({ model }) => model).sort()])).toEqual([
      ["error", [1, 2], ["contrary", "copy", "drawn|net"]],
      ["brier", [1, 1], ["drawn|net"]],
    ]);
    const before = readFileSync(join(out, "bits", "one", sha, "record.json"), "utf8");
    const again = await submit(join(path, "manifest.json"), "--json");
    expect([again.code, JSON.parse(again.stdout)]).toEqual([0, JSON.parse(before)]);
    expect(readFileSync(join(out, "bits", "one", sha, "record.json"), "utf8")).toBe(before);
  });
});

describe("programs", () => {
  const record = ({ stdout }: Ended): SubmissionRecord => submissionRecord.parse(JSON.parse(stdout));

  test("an ONNX model answers the public and the fresh cases", async () => {
    const ended = await submit(submission({ "m.onnx": onnxBytes("posterior") }, { answers: { kind: "onnx", file: "m.onnx" } }), "--json", "--against", "copy", "--release", "r7");
    const { run, boards, kind } = record(ended);
    expect([kind, run.release, boards[0].fresh!.n, boards[0].compared.map(({ model }) => model)]).toEqual(["onnx", "r7", 300, ["copy"]]);
    expect(stored().map((path) => path.split("/").at(-1))).toEqual(["fresh.jsonl", "m.onnx", "manifest.json", "public.jsonl", "record.json"]);
  });

  test("a command and a module run only with leave, and leave nothing else in the store", async () => {
    const rule = "for (const line of require('fs').readFileSync(0, 'utf8').trim().split('\\n')) { const { case: i, x } = JSON.parse(line); console.log(JSON.stringify({ case: i, prediction: x[0] })); } require('fs').writeFileSync('left.txt', '');\n";
    const command = submission({ "rule.cjs": rule }, { answers: { kind: "command", command: ["node", "rule.cjs"] } });
    const entry = 'import type { Entry } from "simverdict";\nimport { rule } from "./rule.js";\nexport const entry: Entry<number[], number> = { model: "m", source: "s", prepare: () => ({ parameters: 0, predict: (xs) => xs.map(rule) }) };\n';
    const module = submission({ "entry.ts": entry, "rule.ts": "export const rule = ([x]: number[]): number => x;\n" }, { answers: { kind: "module", file: "entry.ts" } });
    for (const path of [command, module]) {
      await expect(refused(path)).rejects.toThrow(/^this submission (runs "node rule\.cjs"|loads entry\.ts) with all your rights: read it first, then give --run-code$/);
      expect(stored()).toEqual([]);
    }
    const scores = (ended: Ended) => record(ended).boards.map(({ public: { score }, fresh }) => [score, fresh!.score]);
    const [one, two] = [scores(await submit(command, "--run-code", "--json")), scores(await submit(module, "--run-code", "--json"))];
    expect(one).toEqual(two);
    expect(stored().filter((path) => path.includes("left"))).toEqual([]);
  });
});

describe("hostile submissions: exit 2 or 4, one line, nothing stored, nothing outside touched", () => {
  const npy = twoClasses([0.5]);
  const endless = { answers: { kind: "onnx", file: "m.onnx" } } as const;
  const program = (...command: string[]): Partial<Manifest> => ({ answers: { kind: "command", command } });
  test.each<[string, Record<string, Uint8Array | string>, Partial<Manifest>, RegExp, string[]?]>([
    ["another task", { "a.npy": npy }, { task: "bits/three@1" }, /there is no task "bits\/three"; there are bits\/one, bits\/two/],
    ["an object array", { "a.npy": npyWith(headerOf("|O", "300,"), bytesOf("\x80\x04cos\nsystem\n")) }, {}, /Python objects \(a pickle\), which are never loaded/],
    ["a model without end", { "m.onnx": onnxBytes("endless") }, endless, /the submission did not answer within 1 s/, ["--timeout", "1"]],
    ["a command that hangs", {}, program("sleep", "1000"), /the command did not end within 1 s/, ["--run-code", "--timeout", "1"]],
    ["a module that kills its worker", { "e.ts": "process.kill(process.pid, 'SIGKILL');\n" }, { answers: { kind: "module", file: "e.ts" } }, /with the submitted module: its worker process died/, ["--run-code"]],
  ])("%s", async (_, files, changes, why, words = []) => {
    const path = submission(files, changes);
    const before = readdirSync(folder).sort();
    const { code, stdout, stderr } = await submit(path, ...words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^simverdict: [^\n]+\n$/m);
    expect(stderr).toMatch(why);
    expect(readdirSync(out)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test("a checksum that does not match is exit 4, and an earlier entry stays", async () => {
    const path = submission({ "predictions.npz": npz });
    mkdirSync(join(out, "bits", "one", "0".repeat(64)), { recursive: true });
    writeFileSync(join(out, "bits", "one", "0".repeat(64), "record.json"), "earlier");
    const before = stored();
    const changed = join(folder, "changed");
    cpSync(path, changed, { recursive: true });
    appendFileSync(join(changed, "predictions.npz"), " ");
    const { code, stderr } = await submit(changed);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^simverdict: predictions\.npz has SHA-256 [0-9a-f]{64}, its manifest says [0-9a-f]{64}\n$/)]);
    expect(stored()).toEqual(before);
  });

  test.each([
    [["no-such-folder"], "there is no no-such-folder: give a submission's folder or its manifest.json"],
    [["boards/bits.board.ts"], "boards/bits.board.ts is not called manifest.json"],
    [["boards"], "ENOENT"],
    [["boards", "--timeout", "0"], 'timeout must be a number above 0, at most 10^6, got "0"'],
    [["boards", "--memory", "x"], 'memory must be a number above 0, at most 10^6, got "x"'],
    [["boards", "--patience", "NaN"], "patience must be a number above 0"],
    [["boards", "--release", ""], 'release must be some text, got ""'],
  ])("%j", async ([path, ...words], why) => {
    await expect(refused(path, ...words)).rejects.toThrow(why);
    expect(readdirSync(out)).toEqual([]);
  });
});

test("interrupted: exit 130, nothing left in the store, no command left running", async () => {
  const file = join(folder, "pid");
  const path = submission({ "run.sh": "echo $$ > $1; exec sleep 1000\n" }, { answers: { kind: "command", command: ["sh", "run.sh", file] } });
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  const words = ["submit", path, "--boards", "boards/bits.board.ts", "--tier", "smoke", "--out", out, "--run-code"];
  const child = spawn(process.execPath, [main, ...words], { cwd: SPECS, stdio: "ignore" });
  const pid = (): string => (existsSync(file) ? readFileSync(file, "utf8").trim() : "");
  for (let i = 0; i < 600 && pid() === ""; i++) await sleep(50);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
  expect(readdirSync(out)).toEqual([]);
  for (let i = 0; i < 100 && existsSync(`/proc/${pid()}/cmdline`) && readFileSync(`/proc/${pid()}/cmdline`, "utf8") !== ""; i++) await sleep(50);
  expect(existsSync(`/proc/${pid()}/cmdline`) ? readFileSync(`/proc/${pid()}/cmdline`, "utf8") : "").toBe("");
});
