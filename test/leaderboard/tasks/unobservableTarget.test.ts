import { describe, expect, test } from "vitest";
import { saturatedExcess } from "../../../src/leaderboard/saturatedExcess.js";
import { saturatedSquaredError } from "../../../src/leaderboard/saturatedSquaredError.js";
import { taskCases } from "../../../src/leaderboard/task.js";
import { unobservableTarget } from "../../../src/leaderboard/tasks/unobservableTarget.js";
import { earlyGrowth } from "../../../src/simulators/unobservable/earlyGrowth.js";
import { earlyOutbreak } from "../../../src/simulators/epidemic/earlyOutbreak.js";
import { reportingConfounded } from "../../../src/simulators/unobservable/reportingConfounded.js";

const reports = reportingConfounded();
const task = unobservableTarget({ name: "reporting-confounded", title: "t", world: reports });

test("the id names the target", () => {
  expect(task).toMatchObject({ id: "unobservable/reporting-confounded", version: 1, title: "t" });
});

describe("the truth", () => {
  test("holds the target and the exact posterior mean", () => {
    for (const { x, truth } of taskCases(task, 50)) {
      expect(truth.posteriorMean).toBe(reports.bayesPredictor(x));
      expect(Number.isFinite(truth.target)).toBe(true);
      expect(saturatedExcess(4).evaluate(reports.bayesPredictor(x), truth)).toBe(0);
    }
  });

  test("holds the target alone where that mean is not known", () => {
    const world = earlyOutbreak();
    const cases = taskCases(unobservableTarget({ name: "early-outbreak", title: "t", world }), 20);
    for (const { x, truth } of cases) {
      expect(Object.keys(truth)).toEqual(["target"]);
      expect(truth.target).toBeGreaterThanOrEqual(1.5);
      expect(truth.target).toBeLessThanOrEqual(3);
      expect(x).toHaveLength(30);
    }
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
  });
});

/**
 * The squared error of the Bayes predictor has mean R* and, where the posterior is normal, variance 2 R*²; 8 standard
 * errors leave room for that of early-growth, which is nearly normal: false alarms below 1e-8. Saturation at 4 is 20 times R*,
 * beyond 4 posterior standard deviations.
 */
test.each([
  ["reporting-confounded", reports],
  ["early-growth", earlyGrowth()],
] as const)("the Bayes predictor of %s has the Bayes risk", (name, world) => {
  const cases = taskCases(unobservableTarget({ name, title: "t", world: world as typeof reports }), 400);
  const risk = cases.reduce((sum, { truth }) => sum + saturatedSquaredError(4).evaluate(truth.posteriorMean!, truth)!, 0) / cases.length;
  expect(Math.abs(risk - world.bayesRisk)).toBeLessThan(8 * world.bayesRisk * Math.sqrt(2 / cases.length));
});

test.each(["", "Early growth", "a/b", "-a"])("the name %j is refused", (name) => {
  expect(() => unobservableTarget({ name, title: "t", world: reports })).toThrow(`name must be lower-case words joined by "-", got "${name}"`);
});

test("the check wants one finite number", () => {
  expect(() => task.check(5)).not.toThrow();
  expect(() => task.check([5])).not.toThrow();
  expect(() => task.check(NaN)).toThrow(RangeError);
  expect(() => task.check([1, 2])).toThrow(RangeError);
});
