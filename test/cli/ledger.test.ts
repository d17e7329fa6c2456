import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accumulateEvidence } from "../../src/harness/ledgerEvidence.js";
import type { LedgerEntry } from "../../src/harness/ledgerEntry.js";
import { ledgerLines } from "../../src/report/ledgerText.js";
import { entryOf } from "../harness/ledgers.js";
import { type Ended, simverdict } from "./simverdict.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...entries: LedgerEntry[]): void => writeFileSync(join(folder, name), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
const ledger = (name: string, ...words: string[]): Promise<Ended> => simverdict(["ledger", "--from", name, ...words], { cwd: folder });
const undecided = { logE: { for: 7, against: -2 }, verdict: "inconclusive" } as const;

describe("the exit code is that of the gravest claim", () => {
  const refuted = { logE: { for: -9, against: 30 }, verdict: "refuted" } as const;
  test.concurrent.each([
    ["upheld", [entryOf(), entryOf({ ...undecided, seed: 1 })], 0],
    ["refuted", [entryOf(), entryOf({ claim: "tails", ...refuted })], 1],
    ["invalid", [entryOf({ logE: null, verdict: "invalid" })], 1],
    ["inconclusive", [entryOf(), entryOf({ claim: "tails", ...undecided })], 3],
    ["unidentified", [entryOf({ commit: "a+dirty" })], 3],
  ] as const)("%s", async (name, entries, expected) => {
    write(name, ...entries);
    const { code, stdout, stderr } = await ledger(name);
    expect(stdout).toBe(`${ledgerLines(accumulateEvidence(entries, 1e-5)).join("\n")}\n`);
    expect([code, stderr]).toEqual([expected, ""]);
  });
});

test.concurrent("--alpha sets the threshold, --filter the theorems", async () => {
  write("two", entryOf(undecided), entryOf({ ...undecided, theorem: "die" }));
  const { code, stdout } = await ledger("two", "--alpha", "0.001", "--filter", "coin$");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^upheld +coin/);
  expect(stdout).not.toContain("die");
});

test.concurrent("--json prints all of it, and nothing else", async () => {
  write("json", entryOf());
  const { code, stdout } = await ledger("json", "--json");
  expect(JSON.parse(stdout)).toEqual({ alpha: 1e-5, ...accumulateEvidence([entryOf()], 1e-5), problems: [] });
  expect(code).toBe(0);
});

test.concurrent("a truncated line: the others are shown, the line is named, exit 2", async () => {
  writeFileSync(join(folder, "cut"), `${JSON.stringify(entryOf())}\n${JSON.stringify(entryOf({ seed: 1 })).slice(0, 90)}`);
  const { code, stdout, stderr } = await ledger("cut");
  expect([code, stderr]).toEqual([2, "simverdict: cut:2: not complete JSON\n"]);
  expect(stdout).toMatch(/^upheld +coin .*1 seed/);
});

test.concurrent.each([
  [["absent"], /^simverdict: there is no ledger .*absent: make it with simverdict verify --ledger .*\n$/],
  [["empty"], /^simverdict: empty is empty: zero claims recorded\n$/],
  [["coin", "--filter", "zzz"], /^simverdict: nothing in coin matches --filter "zzz"\n$/],
  [["coin", "--alpha", "2"], /^simverdict: alpha must be a number between 0 and 1, ends excluded, got "2"\n$/],
])("one line and exit 2: %j", async ([name, ...words], message) => {
  if (name === "empty") write(name);
  if (name === "coin") write(name, entryOf());
  const { code, stdout, stderr } = await ledger(name, ...words);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test.concurrent("verify appends what it found, run by run, also where it failed", async () => {
  const path = join(folder, "runs", "ledger.jsonl");
  const verify = (...words: string[]): Promise<Ended> =>
    simverdict(["verify", "undecided.theorem.ts", "refuted.theorem.ts", "--ledger", path, "--out", join(folder, "runs", "out"), ...words]);
  expect((await verify("--filter", "undecided")).code).toBe(3);
  expect((await verify("--filter", "refuted/claim", "--seed", "1")).code).toBe(1);
  const { stdout } = await ledger(path, "--json");
  const { evidence, unidentified } = JSON.parse(stdout) as ReturnType<typeof accumulateEvidence>;
  const runs = evidence.reduce((sum, { seeds }) => sum + seeds.length, unidentified);
  expect(runs).toBe(2);
});

test.concurrent("a ledger that cannot be written is refused before any work", async () => {
  const { code, stdout, stderr } = await simverdict(["verify", "endless.theorem.ts", "--ledger", folder, "--out", join(folder, "out")]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(`simverdict: --ledger must be a file, got the folder ${folder}\n`);
});
