import { expect, test } from "vitest";
import { classFormat } from "../../../src/leaderboard/submission/classFormat.js";

test("a class or its probabilities", () => {
  expect(classFormat(3)).toEqual({ title: "a class from 0 to 2, or 3 probabilities with sum 1", shapes: [[], [3]] });
});

test.each([1, 2.5, NaN])("%d classes are refused", (classes) => {
  expect(() => classFormat(classes)).toThrow(new RangeError(`classes must be an integer >= 2, got ${classes}`));
});
