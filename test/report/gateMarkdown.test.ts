import { expect, test } from "vitest";
import { gateMarkdown } from "../../src/report/gateMarkdown.js";
import { gateOf, lostOf, rowFindingOf } from "../leaderboard/gate/gates.js";

test("a gate that passed: the verdict and what was compared", () => {
  expect(gateMarkdown(gateOf({ rows: [rowFindingOf({ verdict: "identical", public: null, confirmation: null })] })).split("\n")).toEqual([
    "### ✅ simverdict gate: pass",
    "",
    expect.stringMatching(/^against main /),
    "rows: 1 identical, 0 not worse than the margin, 0 undecided, 0 not confirmed, 0 failed.  ",
    expect.stringMatching(/^suspected regressions /),
    "",
  ]);
});

test("otherwise what fails it, then what passes with a word; hostile names stay text", () => {
  const rows = [rowFindingOf({ model: "<img src=x>`*" }), rowFindingOf({ verdict: "undecided", confirmation: null })];
  const text = gateMarkdown(gateOf({ verdict: "fail", theorems: [lostOf()], rows, failures: [{ file: "a_b.ts", message: "no net" }], notes: ["boards only"] }));
  const [failed, passed] = text.split("Passed, with a word:");
  expect(failed.split("\n").filter((line) => line.startsWith("- "))).toEqual([
    "- a\\_b.ts: no net",
    "- sgnn/coin claim heads: ≤ 0.5 upheld → ≤ 0.5 refuted: lost",
    expect.stringMatching(/^- \\<img src=x>\\`\\\* on epidemic\/tight: error 0\.112 → 0\.131/),
  ]);
  expect(passed.split("\n").filter((line) => line.startsWith("- "))).toEqual([expect.stringContaining("undecided"), "- boards only"]);
});

test("however much went wrong, GitHub takes it", () => {
  const rows = Array.from({ length: 5_000 }, () => rowFindingOf({ model: "\ud800€".repeat(5_000) }));
  const text = gateMarkdown(gateOf({ verdict: "fail", rows }));
  expect(Buffer.byteLength(text)).toBeLessThan(200_000);
  expect(text).toContain("- and 4900 more, in gate.json");
});
