import { expect, test } from "vitest";
import { verdictsMarkdown } from "../../src/report/verdictsMarkdown.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../harness/records.js";

test("the report holds identity, verdicts, evidence, falsifiers and replay", () => {
  const report = verdictsMarkdown(runOf());
  for (const part of [
    "# Verdicts\n",
    "1 theorem: 1 upheld; 1 of 1 falsifier refuted.",
    "| α per verdict | 0.00001 |",
    "| commit | unknown |",
    "| [coin](#coin) | upheld | 1 of 1 | 1 of 1 | none: made for a test |",
    "### coin\n",
    "| heads | 1[heads] | ≤ 0.5 | upheld | mean 0.1 in [0.01, 0.45], n = 40 | 5.21 | by construction |",
    "| heavy | the coin | heads | yes | heads ≤ 0.5: mean 0.9 in [0.01, 0.45], n = 40 |",
    "Replay: `npx simverdict verify --filter 'coin$'`",
  ]) {
    expect(report).toContain(part);
  }
  expect(report).not.toContain("## Failures");
});

test("what is not well stands out", () => {
  const theorem = theoremOf({
    verdict: "invalid",
    claims: [claimOf({ verdict: "invalid", reason: "no | net", logE: null })],
    falsifiers: [falsifierOf({ killed: false, reason: "no net" })],
  });
  const report = verdictsMarkdown(runOf({ theorems: [theorem], failures: [{ file: "a.ts", message: "broken" }] }));
  expect(report).toContain("| **invalid** | 0 of 1 | 0 of 1 |");
  expect(report).toContain("| **invalid** | no \\| net | – |");
  expect(report).toContain("| heavy | the coin | heads | **no** | could not be judged: no net |");
  expect(report).toContain("## Failures\n\n| file | message |\n| --- | --- |\n| a.ts | broken |\n");
});

test("no value is left undefined or broken", () => {
  expect(verdictsMarkdown(runOf({ theorems: [] }))).not.toMatch(/undefined|NaN|\[object/);
});
