import { describe, expect, test } from "vitest";
import { brierScore } from "../../../src/leaderboard/brierScore.js";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import { regret } from "../../../src/leaderboard/regret.js";
import { taskCases } from "../../../src/leaderboard/task.js";
import { mechanismSelection } from "../../../src/leaderboard/tasks/mechanismSelection.js";
import { epidemicSelection } from "../../../src/simulators/epidemic/epidemicSelection.js";
import { growthSelection } from "../../../src/simulators/growth/growthSelection.js";
import { growthSkeleton } from "../../../src/simulators/growth/growthSkeleton.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { predatorPreySelection } from "../../../src/simulators/predatorPrey/predatorPreySelection.js";

const worlds = [growthSelection("four"), epidemicSelection("stochastic"), epidemicSelection("wide"), predatorPreySelection()];

test("id and title name the world and its mechanisms", () => {
  expect(mechanismSelection(predatorPreySelection())).toMatchObject({
    id: "model-selection/predator-prey",
    version: 1,
    title: "Which mechanism made a series of 40 values: Lotka-Volterra or Holling II",
  });
});

describe.each(worlds.map((world) => ({ id: world.id, world })))("$id", ({ world }) => {
  const task = mechanismSelection(world);
  const classes = world.skeletons.length;
  // Each mechanism is missing from 100 cases with probability at most (3/4)^100 < 1e-12.
  const cases = taskCases(task, 100);

  test("a truth is the mechanism, and every mechanism occurs", () => {
    expect(new Set(cases.map(({ truth }) => truth.mechanism))).toEqual(new Set(Array.from({ length: classes }, (_, k) => k)));
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
    for (const { x } of cases) expect(x).toHaveLength(world.skeletons[0].length);
  });

  test("the check knows the number of mechanisms", () => {
    expect(() => task.check(classes - 1)).not.toThrow();
    expect(() => task.check(classes)).toThrow(RangeError);
    expect(() => task.check(Array(classes).fill(1 / classes))).not.toThrow();
    expect(() => task.check(Array(classes + 1).fill(1 / (classes + 1)))).toThrow(RangeError);
    expect(task.format?.shapes).toEqual([[], [classes]]);
  });

  test("error and Brier score apply, the regret does not", () => {
    const { truth } = cases[0];
    expect(classificationError.evaluate(truth.mechanism, truth)).toBe(0);
    expect(brierScore.evaluate(Array(classes).fill(1 / classes), truth)).toBeCloseTo((1 - 1 / classes) / 2, 12);
    expect(regret.evaluate(truth.mechanism, truth)).toBeNull();
  });
});

test("one mechanism is no choice", () => {
  const alone = mechanismWorld({ id: "alone", skeletons: [growthSkeleton("logistic", [0, 1])], errors: gaussianErrors({ scale: 1 }) });
  expect(() => mechanismSelection(alone)).toThrow(RangeError);
});
