import { expect, test } from "vitest";
import { jobSummary } from "../../src/report/jobSummary.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../harness/records.js";

test("an upheld run: counts and the probability of any wrong verdict", () => {
  expect(jobSummary(runOf()).split("\n")).toEqual([
    "### ✅ simverdict verify (tier smoke, seed 0)",
    "",
    "1 theorem: 1 upheld; 1 of 1 falsifier refuted.  ",
    "1 statistical claim and 1 in falsifiers: probability of any wrong verdict ≤ 2.0e−5.  ",
    "",
    "α = 0.00001 per verdict, simverdict 0.1.0, backend none needed, 1.3 s.",
    "",
  ]);
});

test("otherwise also who is to blame, with numbers, and the replay", () => {
  const theorem = theoremOf({
    verdict: "invalid",
    claims: [claimOf(), claimOf({ id: "tails", verdict: "refuted" })],
    falsifiers: [falsifierOf(), falsifierOf({ id: "same", killed: false, reason: "no `net` <b>" })],
  });
  const summary = jobSummary(runOf({ theorems: [theorem, theoremOf({ id: "die" })], failures: [{ file: "a.ts", message: "no falsifier" }] }));
  expect(summary).toMatch(/^### ❌ /);
  expect(summary.split("\n").filter((line) => line.startsWith("|"))).toEqual([
    "| theorem | claim or falsifier | margin | verdict | evidence |",
    "| --- | --- | --- | --- | --- |",
    "| a.ts |  |  | failed | no falsifier |",
    "| coin | tails | ≤ 0.5 | refuted | mean 0.1 in \\[0.01, 0.45\\], n = 40 |",
    "| coin | same |  | falsifier not refuted | could not be judged: no \\`net\\` \\<b> |",
  ]);
  expect(summary).toContain("```sh\nnpx simverdict verify --filter 'coin$'\n```");
  expect(summary).not.toContain("die");
});

test("however much went wrong, GitHub takes it: below a mebibyte", () => {
  const claims = Array.from({ length: 50 }, () => claimOf({ verdict: "invalid", reason: "\ud800€".repeat(50_000) }));
  const theorems = Array.from({ length: 200 }, () => theoremOf({ verdict: "invalid", claims, replay: "x".repeat(100_000) }));
  const summary = jobSummary(runOf({ theorems }));
  expect(Buffer.byteLength(summary)).toBeLessThan(200_000);
  expect(summary).toContain("And 9900 more: the report that the run wrote has all of them.");
});
