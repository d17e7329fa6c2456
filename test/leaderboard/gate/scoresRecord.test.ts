import { expect, test } from "vitest";
import { scoredRow, scoredTask, scoresRecord } from "../../../src/leaderboard/gate/scoresRecord.js";
import { errors, scoredRowOf, scoredTaskOf, scoresOf } from "./scores.js";

const record = scoresOf([scoredTaskOf([scoredRowOf(errors(8))])]);

test("a record survives the way through JSON", () => {
  expect(scoresRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test("unknown or missing fields, no cases, too many and another schema are rejected", () => {
  for (const bad of [{ extra: 1 }, { cases: 0 }, { cases: 2e6 }, { reserved: "" }, { schema: "simverdict/scores@2" }, { tasks: undefined }]) {
    expect(scoresRecord.safeParse({ ...record, ...bad }).success).toBe(false);
  }
  expect(scoredRow.safeParse({ ...scoredRowOf([0]), model: "" }).success).toBe(false);
  expect(scoredTask.safeParse({ ...scoredTaskOf([]), boards: [{ rows: [] }] }).success).toBe(false);
});
