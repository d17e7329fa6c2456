import { expect, test } from "vitest";
import { trainingPairs } from "../../../src/leaderboard/submission/trainingPairs.js";
import { taskCases } from "../../../src/leaderboard/task.js";
import { normal } from "../../../src/random/normal.js";
import { toyTask } from "../toyTask.js";

test("pairs of θ, x and truth; a longer list begins with the shorter one", () => {
  const pairs = trainingPairs(toyTask, 50, 0);
  expect(trainingPairs(toyTask, 20, 0)).toEqual(pairs.slice(0, 20));
  for (const { theta, x, truth } of pairs) expect(truth).toEqual(toyTask.truth(theta, x));
});

test("no pair comes from the keys of a test case, public or fresh, or of another seed", () => {
  const task = { ...toyTask, simulator: { id: "noise", prior: { sample: () => 0 }, simulate: (key: Parameters<typeof toyTask.simulator.simulate>[0]) => [normal(key.stream())] } };
  const draws = [taskCases(task, 200), taskCases(task, 200, "0"), trainingPairs(task, 200, 0), trainingPairs(task, 200, 1)];
  expect(new Set(draws.flat().map(({ x }) => x[0])).size).toBe(800);
});

test.each([-1, 1.5, NaN])("%d pairs are refused", (count) => {
  expect(() => trainingPairs(toyTask, count, 0)).toThrow(new RangeError(`count must be an integer >= 0, got ${count}`));
  expect(() => trainingPairs(toyTask, 1, count)).toThrow(RangeError);
});
