import { expect, test } from "vitest";
import { saturatedCrps } from "../../../src/leaderboard/dynamics/saturatedCrps.js";
import { crps } from "../../../src/statistics/scoring/crps.js";
import { LOST_ONE, prediction, QUESTION, TRUTH } from "./question.js";

const metric = saturatedCrps(QUESTION, { statistic: "y", horizon: 10, cap: 100 });

test("it is the fair score of the ensemble", () => {
  expect(metric.evaluate(prediction(), TRUTH)).toBe(crps([40, 50, 60], 50));
});

test("a lost rollout counts as the cap, and so does an ensemble of one", () => {
  expect(metric.evaluate(prediction({ ensemble: LOST_ONE }), TRUTH)).toBeCloseTo((2 / 3) * crps([40, 50], 50) + 100 / 3, 12);
  const one = [TRUTH.ensemble[0], [[4, null, null], [40, null, null]]];
  expect(metric.evaluate(prediction({ ensemble: one }), TRUTH)).toBe(100);
});

test("it stays in its range", () => {
  const far = [TRUTH.ensemble[0], [[4, 5, 6], [1e9, 1e9, 1e9]]];
  expect(metric.evaluate(prediction({ ensemble: far }), TRUTH)).toBe(100);
  expect(() => saturatedCrps(QUESTION, { statistic: "y", horizon: 10, cap: 0 })).toThrow(RangeError);
});
