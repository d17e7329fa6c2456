import { describe, expect, test } from "vitest";
import { gateCounts, gateLines, isFailing, rowFindingText, theoremFindingText } from "../../src/report/gateText.js";
import { drawOf, gateOf, lostOf, rowFindingOf } from "../leaderboard/gate/gates.js";

describe("a row", () => {
  test("that fails is told as a person would", () => {
    expect(rowFindingText(rowFindingOf())).toBe(
      "SGNN on epidemic/tight: error 0.112 → 0.131, difference +0.019 [0.011, 0.027], worse than the margin 0.005; on a second draw 0.112 → 0.129, difference +0.017 [0.011, 0.027]: fail",
    );
  });

  test.each([
    [{ verdict: "identical", public: null, confirmation: null }, "no score of any case differs"],
    [{ verdict: "pass", confirmation: null }, "not worse than the margin 0.005: pass"],
    [{ verdict: "undecided", confirmation: null }, "undecided against the margin 0.005: passes"],
    [{ verdict: "unconfirmed" }, ": not confirmed, passes"],
    [{ verdict: "removed", public: null }, "error is gone: fail"],
    [{ verdict: "broken", public: null, problem: "no net" }, "error no net: fail"],
    [{ verdict: "new", public: null }, "error is new"],
  ] as const)("%j ends in %j", (changes, end) => {
    expect(rowFindingText(rowFindingOf(changes))).toMatch(new RegExp(`^SGNN on epidemic/tight: .*${end.replaceAll(".", "\\.")}$`));
  });

  test("of a score that should be high has its difference in the sign of the score", () => {
    const metric = { ...rowFindingOf().metric, direction: "higher" } as const;
    expect(rowFindingText(rowFindingOf({ metric, public: drawOf({ base: 0.9, current: 0.881 }) }))).toContain("0.9 → 0.881, difference −0.019 [−0.027, −0.011], worse");
  });
});

test("a part of a theorem", () => {
  expect(theoremFindingText(lostOf())).toBe("sgnn/coin claim heads: ≤ 0.5 upheld → ≤ 0.5 refuted: lost");
  expect(theoremFindingText(lostOf({ verdict: "unconfirmed" }))).toMatch(/: not so under a fresh seed, passes$/);
  expect(theoremFindingText(lostOf({ verdict: "together", after: "≤ 0.5 inconclusive; upheld by 2 runs together" }))).toBe("sgnn/coin claim heads: ≤ 0.5 upheld → ≤ 0.5 inconclusive; upheld by 2 runs together: passes");
  expect(theoremFindingText(lostOf({ part: "theorem", verdict: "removed", after: null }))).toBe("sgnn/coin: ≤ 0.5 upheld → gone: removed");
  expect(theoremFindingText(lostOf({ part: "theorem", verdict: "new", before: null, after: "upheld" }))).toBe("sgnn/coin: new, upheld");
});

test("only what got worse fails", () => {
  const failing = ["lost", "removed", "changed", "fail", "broken"] as const;
  const passing = ["identical", "pass", "undecided", "unconfirmed", "together", "new", "mended"] as const;
  expect([...failing, ...passing].filter((verdict) => isFailing({ verdict }))).toEqual(failing);
});

test("all of it: what fails first, identical rows only counted", () => {
  const rows = [rowFindingOf({ verdict: "identical", public: null, confirmation: null }), rowFindingOf({ verdict: "undecided", confirmation: null }), rowFindingOf()];
  const record = gateOf({ verdict: "fail", theorems: [lostOf({ verdict: "mended" }), lostOf()], rows, compared: { parts: 3, rows: 3 }, failures: [{ file: "a.ts", message: "no net" }], notes: ["boards only"] });
  const lines = gateLines(record);
  expect(lines.map((line) => line[0])).toEqual(["✗", "✗", "✗", "!", "·", "·", "a", "r", "s", "g"]);
  expect(lines.slice(-4)).toEqual([...gateCounts(record), "gate: fail"]);
  expect(gateCounts(record)).toEqual([
    "against main (0123456789ab), tier smoke, seed 0: 3 claims and falsifiers, 3 rows compared",
    "rows: 1 identical, 0 not worse than the margin, 1 undecided, 0 not confirmed, 1 failed",
    "suspected regressions are confirmed on fresh cases, both sides trained anew under seed 7; probability that a row fails though none is worse than its margin ≤ 1.0e−5 (1.0e−5 for each)",
  ]);
});

test("theorems only: nothing is said of rows", () => {
  expect(gateCounts(gateOf({ compared: { parts: 1, rows: 0 }, base: { ...gateOf().base, commit: null } }))).toEqual(["against main, tier smoke, seed 0: 1 claim or falsifier, 0 rows compared"]);
});
