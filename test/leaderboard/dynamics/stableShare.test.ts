import { expect, test } from "vitest";
import { stableShare } from "../../../src/leaderboard/dynamics/stableShare.js";
import { LOST_ONE, prediction, TRUTH } from "./question.js";

test("lost rollouts and those that break the demand do not count", () => {
  const metric = stableShare({ title: "whose y starts above 10", isStable: ([first]) => first[1] > 10 });
  expect(metric.evaluate(prediction(), TRUTH)).toBeCloseTo(2 / 3, 12);
  expect(metric.evaluate(prediction({ ensemble: LOST_ONE }), TRUTH)).toBeCloseTo(1 / 3, 12);
  expect(metric.title).toBe("share of rollouts whose y starts above 10");
});
