import { expect, test } from "vitest";
import { Key } from "../../src/random/key.js";
import { eachAlone, rolloutEnsemble, type RolloutSteps } from "../../src/simulators/rolloutEnsemble.js";

/** A random walk of whole numbers: what a step adds is told by its key alone. */
const walk: RolloutSteps<number> = eachAlone((key, state: number) => state + Math.floor(10 * key.stream().uniform()));
const sizes = { rollouts: 3, steps: 4 };

test("gives every start its rollouts, every rollout its steps, and every step randomness of its own", async () => {
  const ensemble = await rolloutEnsemble(walk, [0, 100], sizes, Key.root(0));
  expect(ensemble.map((rollouts) => rollouts.map(({ states }) => states.length))).toEqual([[4, 4, 4], [4, 4, 4]]);
  expect(ensemble.flat().every(({ isStable }) => isStable)).toBe(true);
  expect(new Set(ensemble.flat().map(({ states }) => states.map((x) => x % 100).join())).size).toBe(6);
});

test("more starts, rollouts or steps leave the earlier ones as they are", async () => {
  const ensemble = await rolloutEnsemble(walk, [0, 100, 200], { rollouts: 5, steps: 9 }, Key.root(0));
  const earlier = ensemble.slice(0, 2).map((rollouts) => rollouts.slice(0, 3).map(({ states }) => states.slice(0, 4)));
  expect((await rolloutEnsemble(walk, [0, 100], sizes, Key.root(0))).map((rollouts) => rollouts.map(({ states }) => states))).toEqual(earlier);
});

test("a rollout that turns unstable ends there, and the others go on as they would without it", async () => {
  const isStable = (x: number): boolean => x % 100 < 12;
  const all = (await rolloutEnsemble(walk, [0, 100], { rollouts: 20, steps: 6 }, Key.root(1))).flat();
  const kept = (await rolloutEnsemble({ ...walk, isStable }, [0, 100], { rollouts: 20, steps: 6 }, Key.root(1))).flat();
  expect(kept.some((rollout) => rollout.isStable)).toBe(true);
  expect(kept.some((rollout) => !rollout.isStable)).toBe(true);
  kept.forEach(({ states, isStable: finished }, i) => {
    const end = all[i].states.findIndex((x) => !isStable(x));
    expect(states).toEqual(end < 0 ? all[i].states : all[i].states.slice(0, end));
    expect(finished).toBe(end < 0);
  });
});

test("steps the states that are left together, and none once all are lost", async () => {
  const batches: number[] = [];
  const steps: RolloutSteps<number> = {
    stepAll: (states) => {
      batches.push(states.length);
      return states.map((x) => x + 1);
    },
    isStable: (x) => x < 3,
  };
  const [[first], [second]] = await rolloutEnsemble(steps, [0, 1], { rollouts: 1, steps: 5 }, Key.root(0));
  expect([first.states, second.states]).toEqual([[1, 2], [2]]);
  expect(batches).toEqual([2, 2, 1]);
});

test("a rollout whose numbers are no longer finite ends there, unless the steps say what is stable", async () => {
  const halving = eachAlone((_, [x]: readonly number[]) => [x > 2 ? x / 2 : NaN]);
  const [[lost], [kept]] = await rolloutEnsemble(halving, [[4], [64]], { rollouts: 1, steps: 3 }, Key.root(0));
  expect([lost, kept]).toEqual([{ states: [[2]], isStable: false }, { states: [[32], [16], [8]], isStable: true }]);
  const [[typed]] = await rolloutEnsemble(eachAlone(() => Float64Array.of(1, Infinity)), [Float64Array.of(1)], { rollouts: 1, steps: 2 }, Key.root(0));
  expect(typed.isStable).toBe(false);
  const [[named]] = await rolloutEnsemble({ ...halving, isStable: () => true }, [[4]], { rollouts: 1, steps: 3 }, Key.root(0));
  expect(named.states).toEqual([[2], [NaN], [NaN]]);
});

test("tells after every step how many there were, and that all are done once no rollout is left", async () => {
  const heard: number[] = [];
  await rolloutEnsemble(walk, [0, 1], sizes, Key.root(0), (steps) => heard.push(steps));
  await rolloutEnsemble({ ...walk, isStable: () => false }, [0], sizes, Key.root(0), (steps) => heard.push(steps));
  expect(heard).toEqual([1, 2, 3, 4, 4]);
});

test("refuses counts below 1, no start, and steps that lose or add states", async () => {
  const run = (starts: number[], changed: object) => expect(rolloutEnsemble(walk, starts, { ...sizes, ...changed }, Key.root(0))).rejects;
  await run([0], { rollouts: 0 }).toThrow(new RangeError("rollouts must be an integer >= 1, got 0"));
  await run([0], { steps: 1.5 }).toThrow(new RangeError("steps must be an integer >= 1, got 1.5"));
  await run([], {}).toThrow(new RangeError("starts must hold at least one state, got none"));
  const losing: RolloutSteps<number> = { stepAll: () => [1] };
  await expect(rolloutEnsemble(losing, [0], sizes, Key.root(0))).rejects.toThrow(new RangeError("stepAll must give 3 states, got 1"));
});
