import { expect, test } from "vitest";
import { EXIT, exitCode } from "../../src/cli/exitCode.js";
import type { Verdict } from "../../src/harness/verdict.js";
import { runOf, theoremOf } from "../harness/records.js";

const failure = { file: "a.theorem.ts", message: "no falsifier" };
const codes = (verdicts: Verdict[], failures = runOf().failures): number[] =>
  [false, true].map((allowInconclusive) => {
    return exitCode({ theorems: verdicts.map((verdict) => theoremOf({ verdict })), failures }, { allowInconclusive });
  });

test("the numbers that README documents", () => {
  expect(EXIT).toEqual({ ok: 0, failed: 1, usage: 2, inconclusive: 3, integrity: 4, interrupted: 130 });
});

test.each<[Verdict[], number, number]>([
  [["upheld"], 0, 0],
  [["upheld", "upheld"], 0, 0],
  [["upheld", "refuted"], 1, 1],
  [["upheld", "invalid"], 1, 1],
  [["upheld", "inconclusive"], 3, 0],
  [["inconclusive", "refuted"], 1, 1],
  [["inconclusive", "invalid"], 1, 1],
  [[], 2, 2],
])("%j gives %d, or %d where inconclusive is allowed", (verdicts, strict, lenient) => {
  expect(codes(verdicts)).toEqual([strict, lenient]);
});

test("a file that failed is a failure whatever else was found", () => {
  for (const verdicts of [[], ["upheld"], ["inconclusive"]] as Verdict[][]) expect(codes(verdicts, [failure])).toEqual([1, 1]);
});

test("a theorem without a claim or falsifier checked nothing", () => {
  expect(exitCode({ theorems: [theoremOf({ claims: [], falsifiers: [] })], failures: [] }, { allowInconclusive: true })).toBe(2);
  expect(exitCode({ theorems: [theoremOf({ claims: [] })], failures: [] }, { allowInconclusive: false })).toBe(0);
});
