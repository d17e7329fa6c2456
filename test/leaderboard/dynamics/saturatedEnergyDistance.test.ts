import { expect, test } from "vitest";
import { saturatedEnergyDistance } from "../../../src/leaderboard/dynamics/saturatedEnergyDistance.js";
import { energyDistance } from "../../../src/statistics/twoSample/energyDistance.js";
import { LOST_ONE, prediction, QUESTION, TRUTH } from "./question.js";

const metric = saturatedEnergyDistance(QUESTION, { horizon: 10, units: [1, 10], cap: 3 });

test("it is the distance of the laws, each statistic in its unit", () => {
  expect(metric.evaluate(prediction(), TRUTH)).toBe(0);
  const other = [TRUTH.ensemble[0], [[5, 5, 6], [40, 50, 60]]];
  const expected = energyDistance([[5, 4], [5, 5], [6, 6]], [[4, 4], [5, 5], [6, 6]]);
  expect(expected).toBeGreaterThan(0);
  expect(metric.evaluate(prediction({ ensemble: other }), TRUTH)).toBe(expected);
});

test("it saturates, and a lost rollout costs the cap", () => {
  expect(metric.evaluate(prediction({ ensemble: LOST_ONE }), TRUTH)).toBe(3);
  expect(metric.evaluate(prediction({ ensemble: [TRUTH.ensemble[0], [[400, 500, 600], [0, 0, 0]]] }), TRUTH)).toBe(3);
});

test.each([{ units: [1] }, { units: [1, 0] }, { units: [1, NaN] }])("units $units are refused", ({ units }) => {
  expect(() => saturatedEnergyDistance(QUESTION, { horizon: 10, units, cap: 3 })).toThrow(/^units must be 2 positive finite numbers/);
});
