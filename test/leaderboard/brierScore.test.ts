import { expect, test } from "vitest";
import { brierScore } from "../../src/leaderboard/brierScore.js";

test.each([
  [[1, 0], 0, 0],
  [[1, 0], 1, 1],
  [[0.5, 0.5], 0, 0.25],
  [[0.2, 0.5, 0.3], 1, (0.04 + 0.25 + 0.09) / 2],
])("%j, true class %i: %d", (p, mechanism, score) => {
  expect(brierScore.evaluate(p, { mechanism })).toBeCloseTo(score, 15);
  expect(brierScore.evaluate(Float32Array.from(p), { mechanism })).toBeCloseTo(score, 6);
});

test("does not apply to a class without probabilities", () => {
  expect(brierScore.evaluate(1, { mechanism: 1 })).toBeNull();
});

test("keeps its range where float32 rounding makes probabilities sum to a little more than 1", () => {
  const score = brierScore.evaluate([1 + 1e-6, 0], { mechanism: 1 })!;
  expect(score).toBe(brierScore.range[1]);
});

test("is proper: in expectation no other answer beats the true probabilities", () => {
  const truth = [0.2, 0.7, 0.1];
  const expected = (p: readonly number[]): number => truth.reduce((sum, weight, mechanism) => sum + weight * brierScore.evaluate(p, { mechanism })!, 0);
  for (const p of [[0, 1, 0], [0.25, 0.65, 0.1], [1 / 3, 1 / 3, 1 / 3], [0.2, 0.69, 0.11]]) expect(expected(p)).toBeGreaterThan(expected(truth));
  expect(brierScore.direction).toBe("lower");
});
