import { describe, expect, test } from "vitest";
import { checkClassPrediction, chosenClass, type ClassPrediction } from "../../src/leaderboard/classPrediction.js";

describe("a prediction of three classes", () => {
  const check = checkClassPrediction(3) as (prediction: unknown) => void;

  test.each([
    ["a class", 2],
    ["the first class as −0", -0],
    ["probabilities", [0.2, 0.5, 0.3]],
    ["certainty", [0, 1, -0]],
    ["float32 probabilities", Float32Array.of(0.1, 0.2, 0.7)],
    ["an array-like object", { length: 3, 0: 0.5, 1: 0.5, 2: 0 }],
    ["a sum within 1e-5", [0.333333, 0.333333, 0.333333]],
  ])("may be %s", (_, prediction) => {
    expect(() => check(prediction)).not.toThrow();
  });

  test.each([
    [3, "a class must be an integer in [0, 3), got 3"],
    [-1, "a class must be an integer in [0, 3), got -1"],
    [0.5, "a class must be an integer in [0, 3), got 0.5"],
    [NaN, "a class must be an integer in [0, 3), got NaN"],
    [Infinity, "a class must be an integer in [0, 3), got Infinity"],
    [undefined, "probabilities must be 3 numbers, got undefined"],
    [null, "probabilities must be 3 numbers, got object"],
    [{}, "probabilities must be 3 numbers, got object"],
    [true, "probabilities must be 3 numbers, got boolean"],
    [[0.5, 0.5], "probabilities must be 3 numbers, got 2"],
    [[0.25, 0.25, 0.25, 0.25], "probabilities must be 3 numbers, got 4"],
    [[0.5, 0.5, NaN], "a probability must be a number in [0, 1], got NaN"],
    [[0.5, 0.5, Infinity], "a probability must be a number in [0, 1], got Infinity"],
    [[1.5, -0.5, 0], "a probability must be a number in [0, 1], got 1.5"],
    [[1, 1e-5, -1e-5], "a probability must be a number in [0, 1], got -0.00001"],
    [[0, 1, null], "a probability must be a number in [0, 1], got null"],
    [[0, 1, undefined], "a probability must be a number in [0, 1], got undefined"],
    [[false, true, false], "a probability must be a number in [0, 1], got false"],
    ["001", "a probability must be a number in [0, 1], got 0"],
    [[0n, 1n, 0n], "a probability must be a number in [0, 1], got 0"],
    [[0.5, 0.25, 0.125], "probabilities must sum to 1, got 0.875"],
    [[0.5, 0.5, 0.25], "probabilities must sum to 1, got 1.25"],
    [[0, 0, 0], "probabilities must sum to 1, got 0"],
  ])("may not be %s", (prediction, message) => {
    expect(() => check(prediction)).toThrow(new RangeError(message));
  });

  test("may not have a hole", () => {
    const holes: unknown[] = [0.5, 0.5];
    holes.length = 3;
    expect(() => check(holes)).toThrow(new RangeError("a probability must be a number in [0, 1], got undefined"));
  });
});

test.each<[ClassPrediction, number]>([
  [2, 2],
  [[0.2, 0.5, 0.3], 1],
  [[0.4, 0.2, 0.4], 0],
  [Float32Array.of(0.1, 0.2, 0.7), 2],
])("the choice of %j is %i", (prediction, choice) => {
  expect(chosenClass(prediction)).toBe(choice);
});
