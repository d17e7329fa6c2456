import { expect, test } from "vitest";
import { largestAnswer } from "../../../src/leaderboard/submission/answerFormat.js";
import { REAL_FORMAT } from "../../../src/leaderboard/submission/realFormat.js";

test("a real number is written by itself or as a row of one", () => {
  expect(REAL_FORMAT.shapes).toEqual([[], [1]]);
  expect(largestAnswer(REAL_FORMAT)).toBe(1);
});
