import { expect, test } from "vitest";
import { checkRealPrediction, predictedNumber, type RealPrediction } from "../../src/leaderboard/realPrediction.js";

test("a number and a row of one are predictions", () => {
  for (const prediction of [2.5, [2.5], Float64Array.of(2.5)]) {
    expect(() => checkRealPrediction(prediction)).not.toThrow();
    expect(predictedNumber(prediction)).toBe(2.5);
  }
});

test.each([
  [NaN, "a finite number, got NaN"],
  [[Infinity], "a finite number, got Infinity"],
  [[1, 2], "one number, got 2"],
  [[], "one number, got 0"],
  ["2", "a finite number, got 2"],
  [["2"], "a finite number, got 2"],
  [null, "one number, got object"],
  [undefined, "one number, got undefined"],
])("%j is none", (bad, why) => {
  expect(() => checkRealPrediction(bad as RealPrediction)).toThrow(RangeError);
  expect(() => checkRealPrediction(bad as RealPrediction)).toThrow(`a prediction must be ${why}`);
});
