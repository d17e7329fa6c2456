import { expect, test } from "vitest";
import { ksToSimulator } from "../../../src/leaderboard/dynamics/ksToSimulator.js";
import { LOST_ONE, prediction, QUESTION, TRUTH } from "./question.js";

const metric = ksToSimulator(QUESTION, "y", 10);

test("equal ensembles are at distance 0, disjoint ones at 1", () => {
  expect(metric.id).toBe("ks-y-10");
  expect(metric.evaluate(prediction(), TRUTH)).toBe(0);
  const far = [TRUTH.ensemble[0], [[4, 5, 6], [70, 80, 90]]];
  expect(metric.evaluate(prediction({ ensemble: far }), TRUTH)).toBe(1);
  expect(ksToSimulator(QUESTION, "x", 10).evaluate(prediction({ ensemble: far }), TRUTH)).toBe(0);
});

test("a lost rollout counts as larger than all others", () => {
  expect(metric.evaluate(prediction({ ensemble: LOST_ONE }), TRUTH)).toBeCloseTo(1 / 3, 12);
});

test("what the task does not ask for is refused", () => {
  expect(() => ksToSimulator(QUESTION, "z", 10)).toThrow(RangeError);
});
