import { expect, it } from "vitest";
import type { BoardRecord, PairedRecord, RowRecord } from "../../src/leaderboard/record.js";
import { errorRatios } from "../../src/report/errorRatios.js";
import { boardOf, leaderboardOf, pairOf, rowOf } from "../leaderboard/records.js";

const scored = (model: string, lower: number, score: number, upper: number): RowRecord => rowOf({ model, lower, score, upper, n: 400 });
const pair = (a: string, b: string, lower: number, upper: number): PairedRecord => pairOf({ a, b, difference: (lower + upper) / 2, lower, upper });
const board = (id: string, rows: RowRecord[], changes: Partial<BoardRecord> = {}): BoardRecord =>
  boardOf({ task: { id, version: 1, hash: "00" }, rows, paired: [], ...changes });

const NET = scored("SGNN", 0.1, 0.125, 0.15);

it("compares the net with every AIC and the calibrated test, AIC first, and with the Bayes rule", () => {
  const rows = [scored("Bayes rule (exact)", 0.08, 0.1, 0.12), NET, scored("likelihood ratio, calibrated", 0.1, 0.125, 0.15), scored("AICc, box", 0, 0.2, 1)];
  const own = board("pick/x/y", [...rows, scored("AIC, wide", 0.4, 0.5, 0.6), scored("AIC, box", 0.2, 0.25, 0.3), scored("BIC", 0, 0.2, 1)]);
  const found = errorRatios(leaderboardOf({ boards: [own] }), "pick");
  expect(found.map(({ task, rival, ratio, bayes, n }) => [task, rival, ratio, bayes, n])).toEqual([
    ["x/y", "AIC, box", 0.5, 0.4, 400],
    ["x/y", "AIC, wide", 0.25, 0.2, 400],
    ["x/y", "likelihood ratio, calibrated", 1, 0.8, 400],
  ]);
  expect(found[1]).toMatchObject({ error: 0.125, rivalError: 0.5, lower: 0.1 / 0.6, upper: 0.15 / 0.4 });
});

it("takes the paired difference into account, whichever model comes first", () => {
  const rival = scored("AIC", 0.1, 0.125, 0.15);
  const [[first], [second]] = [pair("SGNN", "AIC", -0.01, 0), pair("AIC", "SGNN", 0, 0.01)].map((found) =>
    errorRatios(leaderboardOf({ boards: [board("pick/x", [NET, rival], { paired: [found, pair("AIC", "else", 0, 0)] })] }), "pick"),
  );
  expect(first).toEqual(second);
  expect(first.lower).toBeCloseTo(0.1 / 0.11, 12);
  expect(first.upper).toBe(1);
  expect(first.confidence).toBeCloseTo(1 - 0.02 - 0.05 / 2, 12);
  expect(first.bayes).toBeNull();
});

it("leaves out other families and metrics, and whoever has no score or no errors", () => {
  const failed = rowOf({ model: "AIC, box", score: null, lower: null, upper: null, rank: null, problem: "n/a" });
  const rows = [NET, failed, scored("AIC, wide", 0, 0, 0.1)];
  const boards = [
    board("pick/x", rows),
    board("pick/no-net", [scored("AIC", 0.1, 0.2, 0.3)]),
    board("picky/x", [NET, scored("AIC", 0.1, 0.2, 0.3)]),
    board("pick/y", [NET, scored("AIC", 0.1, 0.2, 0.3)], { metric: { id: "brier", title: "Brier score", direction: "lower", range: [0, 1] } }),
  ];
  expect(errorRatios(leaderboardOf({ boards }), "pick")).toEqual([]);
});
