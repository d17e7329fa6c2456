import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TheoremRecord, verdictsRecord } from "../../src/harness/record.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";
import { verifyTheorem } from "../../src/harness/verifyTheorem.js";
import { verdictsMarkdown } from "../../src/report/verdictsMarkdown.js";
import { type Ended, simverdict } from "./simverdict.js";
import { coin } from "./specs/coin.js";

let folder: string;
let ended: Ended;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  ended = await simverdict(["verify", "refuted.theorem.ts", "--filter", "claim$", "--seed", "3", "--alpha", "1e-4", "--out", join(folder, "first")]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const recordIn = (name: string) => verdictsRecord.parse(JSON.parse(readFileSync(join(folder, name, "verdicts.json"), "utf8")));
const findings = (name: string): TheoremRecord[] => recordIn(name).theorems.map((found) => ({ ...found, durationMs: 0 }));

test("a filter leaves out what it does not match", () => {
  expect(ended.code).toBe(1);
  expect(findings("first").map(({ id }) => id)).toEqual(["cli/refuted/claim"]);
});

test("the report is that of the record", () => {
  expect(readFileSync(join(folder, "first", "REPORT.md"), "utf8")).toBe(verdictsMarkdown(recordIn("first")));
});

test("the replay command that is printed gives the same numbers", async () => {
  const [{ replay }] = findings("first");
  expect(ended.stdout).toContain(`  replay: ${replay}\n`);
  const words = [...replay.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  expect(words.slice(0, 2)).toEqual(["npx", "simverdict"]);
  expect((await simverdict([...words.slice(2), "--out", join(folder, "replay")])).code).toBe(1);
  expect(findings("replay")).toEqual(findings("first"));
});

test("the numbers are those of the harness at the seed and α asked for, and of no other", async () => {
  const [found] = findings("first");
  const at = (seed: number) => verifyTheorem(found.id, { ...coin, world: { p: 0.8 } }, { ...DEFAULT_SETTINGS, seed, alpha: 1e-4 });
  expect(found).toMatchObject(await at(3));
  expect(found.claims).not.toEqual((await at(4)).claims);
});

test("--allow-inconclusive lets an undecided claim pass", async () => {
  const words = ["verify", "undecided.theorem.ts", "--allow-inconclusive", "--out", join(folder, "undecided")];
  expect((await simverdict(words)).code).toBe(0);
});
