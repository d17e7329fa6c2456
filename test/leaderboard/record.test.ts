import { expect, test } from "vitest";
import { boardRecord, leaderboardRecord, pairedRecord, rowRecord } from "../../src/leaderboard/record.js";
import { boardOf, leaderboardOf, pairOf, rowOf } from "./records.js";

const unranked = rowOf({ score: null, lower: null, upper: null, rank: null, n: 0, trainSeconds: null, parameters: null, problem: "n/a" });

test("a record survives the trip through JSON", () => {
  const record = leaderboardOf({
    boards: [boardOf({ backend: "tfjs-wasm", rows: [rowOf(), unranked] }), boardOf({ rows: [], paired: [] })],
    failures: [{ file: "a.board.ts", message: "no" }],
  });
  expect(leaderboardRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test.each([
  ["NaN for a score", rowOf({ score: NaN })],
  ["an infinite bound", rowOf({ upper: Infinity })],
  ["a rank 0", rowOf({ rank: [0, 1] })],
  ["a rank that is no integer", rowOf({ rank: [1, 1.5] })],
  ["a negative count", rowOf({ n: -1 })],
  ["half a parameter", rowOf({ parameters: 0.5 })],
  ["time that runs backwards", rowOf({ trainSeconds: -1 })],
  ["a model without a name", rowOf({ model: "" })],
  ["a field of its own", { ...rowOf(), remark: "fast" }],
])("a row with %s is refused", (_, row) => {
  expect(rowRecord.safeParse(rowOf()).success).toBe(true);
  expect(rowRecord.safeParse(row).success).toBe(false);
});

test("an unknown verdict, direction, version or schema is refused", () => {
  expect(pairedRecord.safeParse(pairOf({ difference: NaN })).success).toBe(false);
  expect(pairedRecord.safeParse({ ...pairOf(), verdict: "equal" }).success).toBe(false);
  expect(boardRecord.safeParse({ ...boardOf(), metric: { ...boardOf().metric, direction: "up" } }).success).toBe(false);
  expect(boardRecord.safeParse({ ...boardOf(), task: { ...boardOf().task, version: 0 } }).success).toBe(false);
  expect(leaderboardRecord.safeParse({ ...leaderboardOf(), schema: "simverdict/leaderboard@2" }).success).toBe(false);
});
