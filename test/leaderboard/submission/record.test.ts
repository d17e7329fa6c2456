import { expect, test } from "vitest";
import { comparison, submissionBoard, submissionRecord, submissionScore } from "../../../src/leaderboard/submission/record.js";
import { submissionOf } from "./submissions.js";

const record = submissionOf();

test("a record is read back as it was", () => {
  expect(submissionRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test.each<[string, object]>([
  ["another schema", { schema: "simverdict/submission-record@2" }],
  ["a hash that is none", { sha: "abc" }],
  ["no board", { boards: [] }],
  ["another field", { more: 1 }],
  ["a kind that nobody knows", { kind: "pickle" }],
])("%s is refused", (_, changes) => expect(submissionRecord.safeParse({ ...record, ...changes }).success).toBe(false));

test("numbers that are none are refused in every part", () => {
  const [board] = record.boards;
  expect(submissionScore.safeParse({ ...board.public, score: NaN }).success).toBe(false);
  expect(comparison.safeParse({ ...board.compared[0], lower: NaN }).success).toBe(false);
  expect(submissionBoard.safeParse({ ...board, rank: [0, 1] }).success).toBe(false);
});
