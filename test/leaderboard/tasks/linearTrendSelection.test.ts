import { describe, expect, test } from "vitest";
import { regret } from "../../../src/leaderboard/regret.js";
import { taskCases } from "../../../src/leaderboard/task.js";
import { linearTrendSelection } from "../../../src/leaderboard/tasks/linearTrendSelection.js";
import { bayesRule } from "../../../src/models/baselines/bayesRule.js";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import golden from "../../../fixtures/conjugate/linear-trend.json" with { type: "json" };

test("the id names classes and noise", () => {
  expect(linearTrendSelection({ sigma: 0.05, classes: 3 })).toMatchObject({
    id: "model-selection/linear-trend-3/sigma-0.05",
    version: 1,
    title: "Which of 3 mechanisms made 20 log counts, with noise 0.05",
  });
});

describe.each([2, 3] as const)("of %i classes", (classes) => {
  const task = linearTrendSelection({ sigma: 0.5, classes });
  const cases = taskCases(task, 200);

  test("a truth is the mechanism that made x, and its exact posterior", () => {
    const world = linearTrend({ sigma: 0.5, classes });
    for (const { x, truth } of cases) expect(truth.posterior).toEqual(world.posteriorProbabilities(x));
    expect(new Set(cases.map(({ truth }) => truth.mechanism))).toEqual(new Set(Array.from({ length: classes }, (_, k) => k)));
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
  });

  test("the check knows the number of classes", () => {
    expect(() => task.check(classes - 1)).not.toThrow();
    expect(() => task.check(classes)).toThrow(RangeError);
    expect(() => task.check(Array(classes).fill(1 / classes))).not.toThrow();
    expect(() => task.check(Array(classes + 1).fill(1 / (classes + 1)))).toThrow(RangeError);
  });

  test("the Bayes rule gives nothing away", () => {
    const rule = bayesRule(linearTrend({ sigma: 0.5, classes }));
    for (const { x, truth } of cases) expect(regret.evaluate(rule.select(x), truth)).toBe(0);
  });
});

/**
 * The error of the Bayes rule on 4000 cases is a mean of 0/1 values: it strays 7 of its own and of the golden number's
 * standard errors from the golden error with probability below 1e-8.
 */
test.each(Object.entries(golden.values.bayes_error_two_class))("at σ = %s the least error is the golden one", (sigma, { error, standard_error }) => {
  const cases = taskCases(linearTrendSelection({ sigma: Number(sigma), classes: 2 }), 4000);
  const wrong = cases.filter(({ truth: { mechanism, posterior } }) => posterior![mechanism] < Math.max(...posterior!)).length / 4000;
  expect(Math.abs(wrong - error)).toBeLessThan(7 * Math.hypot(Math.sqrt((error * (1 - error)) / 4000), standard_error));
});

test.each([{ sigma: 0, classes: 2 }, { sigma: NaN, classes: 2 }, { sigma: 1, classes: 4 }] as const)("%j is refused", (options) => {
  expect(() => linearTrendSelection(options as { sigma: number; classes: 2 })).toThrow(RangeError);
});
