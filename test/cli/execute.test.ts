import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TheoremRecord, type VerdictsRecord, verdictsRecord } from "../../src/harness/record.js";
import { type Ended, simverdict } from "./simverdict.js";

const SPECS = ["upheld", "refuted", "invalid", "undecided"].map((name) => `${name}.theorem.ts`);
const ESCAPE = "\u001b[";

let folder: string;
/** All specs in one run with two workers and JSON, and in another with one worker and text. */
let json: Ended;
let text: Ended;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  [json, text] = await Promise.all([
    simverdict(["verify", ...SPECS, "--jobs", "2", "--json", "--out", join(folder, "json")]),
    simverdict(["verify", ...SPECS, "--jobs", "1", "--out", join(folder, "text")]),
  ]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const recordIn = (name: string): VerdictsRecord => verdictsRecord.parse(JSON.parse(readFileSync(join(folder, name, "verdicts.json"), "utf8")));
const theorem = (id: string): TheoremRecord => recordIn("json").theorems.find((found) => found.id === `cli/${id}`)!;

/** A record without what two equal runs may differ in. */
function identity({ run, theorems, failures }: VerdictsRecord): string {
  return JSON.stringify({ run: { ...run, startedAt: "", durationMs: 0 }, theorems: theorems.map((found) => ({ ...found, durationMs: 0 })), failures });
}

test("a run with something refuted or invalid exits with 1", () => {
  expect([json.code, text.code]).toEqual([1, 1]);
});

describe("records", () => {
  test("standard output is the record and nothing else, also where a spec prints", () => {
    expect(verdictsRecord.parse(JSON.parse(json.stdout))).toEqual(recordIn("json"));
    expect(json.stderr).toContain("a spec may print\n");
    expect(json.stderr).toContain("even past the console\n");
  });

  test("are written whole, with the report, and nothing beside them", () => {
    for (const name of ["json", "text"]) expect(readdirSync(join(folder, name)).sort()).toEqual(["REPORT.md", "report.html", "verdicts.json"]);
  });

  test("are equal for one worker and two, durations aside", () => {
    expect(identity(recordIn("text"))).toBe(identity(recordIn("json")));
  });

  test("list theorems in the order of their ids and count decisions", () => {
    const { theorems, run } = recordIn("json");
    const ids = theorems.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(12);
    const alphas = theorems.flatMap(({ claims, falsifiers }) => [...claims, ...falsifiers.flatMap((f) => f.claims)]).flatMap(({ alpha }) => alpha ?? []);
    expect(run.decisions.claims + run.decisions.falsifiers).toBe(alphas.length);
    expect(run.errorBound).toBeCloseTo(alphas.length * 1e-5, 12);
  });
});

describe("verdicts", () => {
  test.each([
    ["upheld/at-most", "upheld"],
    ["upheld/within", "upheld"],
    ["refuted/claim", "refuted"],
    ["refuted/property", "refuted"],
    ["refuted/survivor", "invalid"],
    ["undecided", "inconclusive"],
  ])("%s is %s", (id, verdict) => {
    expect(theorem(id).verdict).toBe(verdict);
  });

  test.each([
    ["nan", 'claim "heads": observation 1 is NaN, not a number in its range [0, 1]'],
    ["range", 'claim "heads": observation 0 is 2, not a number in its range [0, 1]'],
    ["missing", 'the evidence ended without an observation for claim "heads"'],
    ["unknown", 'evidence for the unknown claim "tails"'],
    ["throws", "no net: it was never trained"],
    ["exits", 'process.exit unexpectedly called with "0"'],
  ])("invalid/%s is invalid in every world: %s", (name, reason) => {
    const { verdict, claims, falsifiers } = theorem(`invalid/${name}`);
    expect(verdict).toBe("invalid");
    expect(claims.map((claim) => [claim.verdict, claim.reason])).toEqual([["invalid", reason]]);
    expect(falsifiers.map(({ killed, reason: why }) => [killed, why])).toEqual([[false, reason]]);
  });
});

describe("text for people", () => {
  test("has no escape codes where there is no terminal", () => {
    for (const { stdout, stderr } of [json, text]) expect(stdout + stderr).not.toContain(ESCAPE);
  });

  test("gives every failing part one line of cause and every theorem its replay", () => {
    for (const { id, verdict, claims, falsifiers } of recordIn("text").theorems) {
      const [, lines] = new RegExp(`^${verdict} +${id}  .*\\n((?:  .*\\n)*)`, "m").exec(text.stdout)!;
      const survivors = falsifiers.filter(({ killed }) => !killed).length;
      const killed = survivors < falsifiers.length ? 1 : 0;
      expect(lines.trimEnd().split("\n"), id).toHaveLength(claims.length + killed + survivors + (verdict === "upheld" ? 0 : 1));
    }
  });

  test("shows the shrunk counterexample", () => {
    expect(text.stdout).toMatch(/✗ small {2}for all {2}counterexample 1000 \(fast-check seed -?\d+, path [\d:]+\)/);
  });

  test("sums up", () => {
    expect(text.stdout).toContain("12 theorems: 2 upheld, 2 refuted, 1 inconclusive, 7 invalid; ");
    expect(text.stdout).toMatch(/\d+ statistical claims and \d+ in falsifiers: probability of any wrong verdict ≤ /);
  });
});
