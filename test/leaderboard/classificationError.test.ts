import { expect, test } from "vitest";
import { classificationError } from "../../src/leaderboard/classificationError.js";

test.each([
  [1, 1, 0],
  [0, 1, 1],
  [-0, 0, 0],
  [[0.2, 0.5, 0.3], 1, 0],
  [[0.2, 0.5, 0.3], 2, 1],
  [Float32Array.of(0.1, 0.9), 1, 0],
  [[0.5, 0.5], 0, 0],
])("the choice of %j, true class %i: %i", (prediction, mechanism, error) => {
  expect(classificationError.evaluate(prediction, { mechanism })).toBe(error);
});

test("less is better, from 0 to 1", () => {
  expect(classificationError).toMatchObject({ id: "error", direction: "lower", range: [0, 1] });
});
