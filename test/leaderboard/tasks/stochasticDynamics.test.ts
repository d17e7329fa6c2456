import { expect, test } from "vitest";
import { taskCases, taskHash } from "../../../src/leaderboard/task.js";
import { stochasticDynamics, type StochasticDynamicsOptions } from "../../../src/leaderboard/tasks/stochasticDynamics.js";
import { normal } from "../../../src/random/normal.js";

/** A random walk whose state says how many steps it has made. */
interface Walk {
  readonly at: number;
  readonly steps: number;
}

const options: StochasticDynamicsOptions<Walk, number[]> = {
  name: "walk",
  title: "t",
  kernel: {
    id: "walk",
    init: (key) => ({ at: normal(key.stream()), steps: 0 }),
    step: (key, { at, steps }) => ({ at: at + normal(key.stream()), steps: steps + 1 }),
  },
  statistics: { at: ({ at }) => at, steps: ({ steps }) => steps },
  horizons: [1, 4],
  rollouts: 3,
  transitions: 5,
  plain: ({ at, steps }) => [at, steps],
};
const task = stochasticDynamics(options);
const cases = taskCases(task, 40);

test("cases are JSON data with a start, a transition, and the simulator's future from the start", () => {
  expect(task).toMatchObject({ id: "stochastic-dynamics/walk", version: 1 });
  expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
  for (const { x, truth } of cases) {
    expect(Object.keys(x)).toEqual(["start", "transition"]);
    expect(x.start[1]).toBe(0);
    expect(truth.ensemble.map(([, steps]) => steps)).toEqual([[1, 1, 1], [4, 4, 4]]);
    expect(truth.observed.map(([, steps]) => steps)).toEqual([1, 4]);
    expect(truth.ensemble[1][0]).not.toContain(truth.observed[1][0]);
    const [[, before], [, after]] = x.transition;
    expect(after).toBe(before + 1);
  }
  expect(new Set(cases.map(({ x }) => x.transition[0][1]))).toEqual(new Set([0, 1, 2, 3, 4]));
});

test("the transition begins elsewhere", () => {
  expect(cases.some(({ x, truth }) => x.transition[0][0] === x.start[0] || truth.observed[0][0] === x.transition[1][0])).toBe(false);
});

test("its predictions are checked", () => {
  expect(() => task.check({ logLikelihood: null, ensemble: cases[0].truth.ensemble })).not.toThrow();
  expect(() => task.check({ logLikelihood: null, ensemble: [] })).toThrow("ensemble must have shape [2, 2, 3]");
});

test("the hash takes as many cases as it is told", () => {
  const hash = (hashed?: number): string => taskHash(stochasticDynamics({ ...options, ...(hashed !== undefined && { hashed }) }));
  expect(hash(64)).toBe(taskHash(task));
  expect(hash(8)).not.toBe(taskHash(task));
});

test.each([
  [{ name: "A walk" }, 'name must be lower-case words joined by "-", got "A walk"'],
  [{ statistics: {} }, "statistics must hold at least one, got none"],
  [{ horizons: [4, 1] }, "horizons must be increasing integers >= 1, got [4, 1]"],
  [{ horizons: [] }, "horizons must be increasing integers >= 1, got []"],
  [{ rollouts: 1 }, "rollouts must be an integer >= 2, got 1"],
  [{ transitions: 0.5 }, "transitions must be an integer >= 1, got 0.5"],
] as [Partial<typeof options>, string][])("%j is refused", (change, message) => {
  expect(() => stochasticDynamics({ ...options, ...change })).toThrow(new RangeError(message));
});
