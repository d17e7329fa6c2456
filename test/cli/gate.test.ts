import { appendFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gateCommands } from "../../src/cli/gateCommands.js";
import { UsageError } from "../../src/cli/usageError.js";
import { BadRecordFile } from "../../src/harness/recordFile.js";
import { type GateRecord, gateRecord } from "../../src/leaderboard/gate/gateRecord.js";
import { Refusal } from "../../src/leaderboard/refusal.js";
import { gateMarkdown } from "../../src/report/gateMarkdown.js";
import { gateLines } from "../../src/report/gateText.js";
import { FILES, type GateProject, gateProject, makeWorse } from "./gateProject.js";
import { inProcess } from "./inProcess.js";
import type { Ended } from "./simverdict.js";

let project: GateProject;
/** Unchanged code against records; worse code against records in a GitHub job, and against the commit. */
let [same, worse, commit]: Ended[] = [];
beforeAll(async () => {
  project = gateProject();
  const { run, folder } = project;
  const base = await run(["gate", ...FILES, "--base", "base", "--update-base", "--reason", "first", "--cases", "4000"]);
  expect(base.code, base.stderr).toBe(0);
  same = await run(["gate", ...FILES, "--base", "base", "--out", "same", "--json", "--ledger", "ledger.jsonl"]);
  makeWorse(project);
  [worse, commit] = await Promise.all([
    run(["gate", ...FILES, "--base", "base", "--out", "worse", "--junit", "worse/junit.xml"], { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(folder, "summary.md"), GITHUB_WORKSPACE: folder }),
    run(["gate", ...FILES, "--base", "HEAD", "--out", "commit", "--cases", "4000"]),
  ]);
}, 600_000);
const home = process.cwd();
beforeAll(() => process.chdir(project.folder));
afterAll(() => {
  process.chdir(home);
  project.remove();
});

const gate = (...words: string[]) => inProcess(gateCommands, ["gate", ...words]);

const recordIn = (name: string): GateRecord => gateRecord.parse(JSON.parse(project.read(`${name}/gate.json`)));
const verdicts = ({ theorems, rows }: GateRecord) => [...theorems.map(({ part, verdict }) => `${part} ${verdict}`), ...rows.map(({ model, verdict }) => `${model} ${verdict}`)];

test("unchanged code passes: no score of any case differs; --json leaves standard output to the record", () => {
  expect(same.code, same.stderr).toBe(0);
  expect(gateRecord.parse(JSON.parse(same.stdout))).toEqual(recordIn("same"));
  expect(recordIn("same")).toMatchObject({ verdict: "pass", tier: "smoke", seed: 0, compared: { parts: 2, rows: 3 }, theorems: [], failures: [] });
  expect(recordIn("same").notes).toEqual(["ledger.jsonl: more than one run speaks of 0 claims of unchanged specs"]);
  expect(project.read("ledger.jsonl")).toMatch(/^\{"schema":"simverdict\/ledger@1","theorem":"mean","claim":"error",[^\n]*\}\n$/);
  expect(verdicts(recordIn("same"))).toEqual(["posterior mean (exact) identical", "observed share identical", "prior mean identical"]);
});

describe("code that got worse, against records", () => {
  test("fails: the claim under two seeds, the model on both blocks of cases", () => {
    expect(worse.code, worse.stderr).toBe(1);
    const record = recordIn("worse");
    expect(record.base).toMatchObject({ name: "base", confirmation: "reserved cases" });
    expect(verdicts(record)).toEqual(["claim error lost", "posterior mean (exact) identical", "observed share fail", "prior mean identical"]);
    const [, { public: first, confirmation, margin }] = record.rows;
    expect(Math.min(first!.lower, confirmation!.lower)).toBeGreaterThan(margin);
    expect(worse.stdout).toContain(`\n${gateLines(record).join("\n")}\n`);
    expect(worse.stdout).toMatch(/✗ observed share on coin: squared-error 0\.01\d+ → 0\.0\d+, difference \+0\.04\d+ \[.*worse than the margin 0\.005; on a second draw .*: fail\n/);
  });

  test("leaves records, a report, JUnit XML, annotations and the job's summary", () => {
    expect(readdirSync(join(project.folder, "worse")).sort()).toEqual(["GATE.md", "gate.json", "junit.xml", "scores.json", "verdicts.json"]);
    expect(project.read("worse/GATE.md")).toBe(gateMarkdown(recordIn("worse")));
    expect(project.read("summary.md")).toBe(`${gateMarkdown(recordIn("worse"))}\n`);
    expect(project.read("worse/junit.xml")).toMatch(/<testsuites name="simverdict" tests="4" failures="2" errors="0"/);
    expect(worse.stdout).toMatch(/^::error file=claims\/mean\.theorem\.ts,line=\d+,title=mean claim error%3A lost::/m);
    expect(worse.stdout).toMatch(/^::error title=observed share on coin%2C squared-error%3A fail::/m);
  });
});

test("against a commit: both sides are run, and trained anew for the confirmation; nothing of the working copy changes", () => {
  expect(commit.code, commit.stderr).toBe(1);
  const record = recordIn("commit");
  expect(record.base).toMatchObject({ name: "HEAD", commit: project.git("rev-parse", "HEAD").trim(), confirmation: { seed: expect.any(Number) as number } });
  expect(verdicts(record)).toEqual(verdicts(recordIn("worse")));
  expect(project.git("diff", "--stat")).toMatch(/2 files changed/);
  expect(readdirSync(project.temporary).filter((name) => name.startsWith("simverdict-"))).toEqual([]);
});

describe("--records", () => {
  test("compares without running; what was lost is not judged again", async () => {
    const { code, stdout } = await gate("--base", "base", "--records", "worse", "--out", "again");
    expect(code).toBe(1);
    expect(stdout).not.toContain("simverdict 0");
    expect(verdicts(recordIn("again"))).toEqual(verdicts(recordIn("worse")));
    expect(readdirSync(join(project.folder, "again")).sort()).toEqual(["GATE.md", "gate.json"]);
  });

  test("a margin that is given counts", async () => {
    const { code } = await gate("--base", "base", "--records", "worse", "--out", "again", "--only", "boards", "--margin", "squared-error=.1");
    expect([code, verdicts(recordIn("again")).at(1)]).toEqual([0, "observed share pass"]);
  });

  test("a base of theorems alone says that boards were not compared", async () => {
    const { code, stdout } = await gate("--base", "base/verdicts.json", "--records", "same", "--out", "again");
    expect([code, recordIn("again").compared]).toEqual([0, { parts: 2, rows: 0 }]);
    expect(stdout).toContain("\n· the base has no scores case by case, so boards were not compared: simverdict gate --update-base makes a base that has them\n");
  });

  test("records of other reserved cases are refused", async () => {
    await expect(gate("--base", "base", "--records", "commit", "--out", "again")).rejects.toThrow(
      /^the boards of the base have reserved "[^"]+" and those of now "gate": compare like with like, or update the base with a reason$/,
    );
  });
});

test("a base that was changed: one line and exit 4", async () => {
  cpSync(join(project.folder, "base"), join(project.folder, "touched"), { recursive: true });
  appendFileSync(join(project.folder, "touched", "verdicts.json"), "\n");
  const { code, stdout, stderr } = await project.run(["gate", ...FILES, "--base", "touched", "--out", "refused"]);
  expect([code, stdout, stderr]).toEqual([4, "", expect.stringMatching(/^simverdict: [^\n]*verdicts\.json has SHA-256 [^\n]+\n$/)]);
});

describe("bad input: one line, the right exit code, nothing written", () => {
  const tampered = (name: string, spoil: (folder: string) => void): string[] => {
    const folder = join(project.folder, name);
    cpSync(join(project.folder, "base"), folder, { recursive: true });
    spoil(folder);
    return ["--base", name];
  };
  test.each<[string, () => string[], number, RegExp]>([
    ["no base", () => ["--base", "nowhere"], 2, /there is no folder, file or git ref "nowhere": make a base with simverdict gate --base nowhere --update-base --reason "first base"/],
    ["an option as a ref", () => ["--base=--all"], 2, /there is no folder, file or git ref "--all"/],
    ["an empty folder", () => (mkdirSync(join(project.folder, "empty")), ["--base", "empty"]), 2, /empty holds neither verdicts\.json nor scores\.json/],
    ["a changed record", () => tampered("changed", (folder) => appendFileSync(join(folder, "scores.json"), "\n")), 4, /scores\.json has SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}/],
    ["a truncated record", () => tampered("cut", (folder) => (writeFileSync(join(folder, "scores.json"), '{"schema":'), writeFileSync(join(folder, "base.json"), '{"schema":'))), 2, /base\.json is not complete JSON/],
    ["another tier", () => ["--base", "base", "--tier", "full"], 2, /the base has tier smoke, asked is full: compare like with like/],
    ["another seed", () => ["--base", "base", "--seed", "1"], 2, /the base has seed 0, asked is 1/],
    ["another α", () => ["--base", "base", "--alpha", ".01"], 2, /the base has alpha 0\.00001, asked is \.01/],
    ["other cases", () => ["--base", "base", "--cases", "5"], 2, /the base has cases 4000, asked is 5/],
    ["the base as output", () => ["--base", "base", "--out", "base"], 2, /--out is the base, base: choose another folder/],
    ["no file of the boards", () => [FILES[0], "--base", "base"], 2, /the base has boards, and no file of theirs is named: name them, or say --only theorems/],
    ["nothing left", () => [...FILES, "--base", "base", "--filter", "zzz"], 2, /nothing to compare/],
    ["a margin", () => ["--base", "base", "--margin", "x"], 2, /a margin must be a number above 0, or <metric>=<number>, got "x"/],
    ["a damaged ledger", () => (writeFileSync(join(project.folder, "bad.jsonl"), "{}\n{"), ["--base", "base", "--ledger", "bad.jsonl"]), 2, /line 1 of bad\.jsonl cannot be read \(schema: [^\n]*\): remove it, or leave out --ledger/],
    ["a ledger for records", () => ["--base", "base", "--records", "same", "--ledger", "ledger.jsonl"], 2, /--ledger needs runs of its own, and --records compares existing ones: leave one out/],
    ["a kind", () => ["--base", "base", "--only", "nets"], 2, /only must be theorems or boards, got "nets"/],
    ["a large α", () => ["--base", "HEAD", "--alpha", ".3"], 2, /alpha must be below 1\/4 at a gate, got "\.3"/],
    ["a reason for nothing", () => ["--base", "base", "--reason", "x"], 2, /--reason goes with --update-base/],
  ])("%s", async (_, words, expected, why) => {
    const given = words();
    const error: unknown = await gate(...given, ...(given.includes("--out") ? [] : ["--out", "refused"])).catch((thrown: unknown) => thrown);
    expect([UsageError, BadRecordFile, Refusal].some((kind) => error instanceof kind)).toBe(true);
    expect((error as Error).message).toMatch(/^[^\n]+$/);
    expect((error as Error).message).toMatch(why);
    expect(error instanceof Refusal && error.integrity ? 4 : 2).toBe(expected);
    expect(readdirSync(project.folder).includes("refused") ? readdirSync(join(project.folder, "refused")) : []).toEqual([]);
  });
});
