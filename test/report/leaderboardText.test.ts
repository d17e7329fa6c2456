import { expect, test } from "vitest";
import { boardLines } from "../../src/report/leaderboardText.js";
import { boardOf, rowOf } from "../leaderboard/records.js";

test("a heading and a line for every row, in columns", () => {
  const rows = [
    rowOf({ rank: [1, 2] }),
    rowOf({ model: "rule of thumb", score: 0.25, lower: 0.2, upper: 0.3, rank: [2, 2] }),
    rowOf({ model: "bad", score: null, lower: null, upper: null, rank: null, n: 0, problem: "case 3: NaN" }),
  ];
  expect(boardLines(boardOf({ rows }))).toEqual([
    "toy/bit/error  (share of wrong choices; lower is better)",
    "    1–2  net            0.125 [0.1, 0.15]",
    "      2  rule of thumb  0.25 [0.2, 0.3]",
    "      –  bad            case 3: NaN",
  ]);
});

test("a second score on a fresh draw follows the first", () => {
  const rows = [rowOf({ fresh: { score: 0.5, lower: 0.4, upper: 0.6, n: 400 } })];
  expect(boardLines(boardOf({ release: "a", rows }))[1]).toBe("      1  net  0.125 [0.1, 0.15]  fresh 0.5 [0.4, 0.6]");
});

test("a board without rows is its heading", () => {
  expect(boardLines(boardOf({ rows: [], metric: { ...boardOf().metric, direction: "higher" } }))).toEqual([
    "toy/bit/error  (share of wrong choices; higher is better)",
  ]);
});
