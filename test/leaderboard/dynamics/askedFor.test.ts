import { expect, test } from "vitest";
import { askedFor } from "../../../src/leaderboard/dynamics/askedFor.js";
import { QUESTION } from "./question.js";

test("statistic and horizon are found", () => {
  expect(askedFor(QUESTION, "y", 1)).toEqual({ s: 1, h: 0, ahead: "one observation ahead" });
});

test("what the task does not ask for is refused", () => {
  expect(() => askedFor(QUESTION, "z", 1)).toThrow(new RangeError("statistic must be one of x, y, got z"));
  expect(() => askedFor(QUESTION, "x", 2)).toThrow(new RangeError("horizon must be one of 1, 10, got 2"));
});
