import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type VerdictsRecord, verdictsRecord } from "../../src/harness/record.js";
import { type Ended, simverdict } from "./simverdict.js";

let folder: string;
let record: VerdictsRecord;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  const { code } = await simverdict(["verify", "undecided.theorem.ts", "--seed", "5", "--out", folder]);
  expect(code, "undecided").toBe(3);
  record = verdictsRecord.parse(JSON.parse(readFileSync(join(folder, "verdicts.json"), "utf8")));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Replay the record with one theorem changed. */
function replayed(name: string, changes: Partial<VerdictsRecord["theorems"][number]>): Promise<Ended> {
  const from = join(folder, `${name}.json`);
  writeFileSync(from, JSON.stringify({ ...record, theorems: record.theorems.map((found) => ({ ...found, ...changes })) }));
  return simverdict(["replay", "undecided.theorem.ts", "--from", from]);
}

test.concurrent("equal numbers: exit 0, whatever the verdict was", async () => {
  const { code, stdout } = await replayed("same", {});
  expect([code, stdout.trimEnd().split("\n").at(-1)]).toEqual([0, "cli/undecided: replayed, every number equal"]);
});

test.concurrent("other numbers from the same spec: exit 1", async () => {
  const [{ claims }] = record.theorems;
  const { code, stdout } = await replayed("other", { claims: claims.map((claim) => ({ ...claim, estimate: 0.123 })) });
  expect([code, stdout]).toEqual([1, expect.stringContaining("cli/undecided: the numbers differ")]);
});

test.concurrent("other numbers from a spec that has changed: exit 4", async () => {
  const { code, stdout } = await replayed("changed", { falsifiers: [], specHash: "00" });
  expect([code, stdout]).toEqual([4, expect.stringContaining("cli/undecided: the spec has changed since it was recorded")]);
});

test.concurrent("a record that cannot be read, or holds nothing that matches: exit 2, one line", async () => {
  const missing = await simverdict(["replay", "--from", join(folder, "none.json")]);
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/^simverdict: there is no .*none\.json: make it with [^\n]*\n$/)]);
  const nothing = await simverdict(["replay", "--from", join(folder, "verdicts.json"), "--filter", "zzz"]);
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringMatching(/matches --filter "zzz"; recorded: cli\/undecided\n$/)]);
});
