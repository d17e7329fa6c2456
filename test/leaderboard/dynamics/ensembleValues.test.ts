import { expect, test } from "vitest";
import { ensembleValues } from "../../../src/leaderboard/dynamics/ensembleValues.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { eachAlone, type RolloutSteps } from "../../../src/simulators/rolloutEnsemble.js";

const walk: RolloutSteps<number> = eachAlone((key, x) => x + normal(key.stream()));
const question = { statistics: { x: (x: number) => x, square: (x: number) => x * x }, horizons: [1, 3], rollouts: 300 };

test("statistics of one rollout belong together, and rollouts differ", async () => {
  const [[first, last]] = await ensembleValues(walk, [7], question, Key.root(1));
  expect(first[1]).toEqual(first[0].map((x) => x! ** 2));
  expect(new Set(last[0]).size).toBe(300);
});

test("more starts leave the earlier ensembles as they are, also across batches", async () => {
  const few = await ensembleValues(walk, [0, 5], question, Key.root(2));
  expect((await ensembleValues(walk, [0, 5, 9], question, Key.root(2))).slice(0, 2)).toEqual(few);
  expect(few[0]).not.toEqual(few[1]);
});

test("tells how many steps of rollouts are done, to the end, those of lost rollouts included", async () => {
  const heard: [number, number][] = [];
  await ensembleValues(walk, [0, 1], question, Key.root(4), (done, all) => heard.push([done, all]));
  expect(heard).toEqual([300, 600, 900, 1200, 1500, 1800].map((done) => [done, 1800]));
  const lost: [number, number][] = [];
  await ensembleValues({ ...walk, isStable: () => false }, [0], { ...question, rollouts: 2 }, Key.root(4), (done, all) => lost.push([done, all]));
  expect(lost).toEqual([[6, 6]]);
});

test("a rollout is lost for good where it is not stable, or a statistic not finite", async () => {
  const climb: RolloutSteps<number> = { ...eachAlone((_, x: number) => x + 1), isStable: (x) => x < 3 };
  const ask = { statistics: { x: (x: number) => x, inverse: (x: number) => 1 / x }, horizons: [1, 2, 3], rollouts: 1 };
  expect(await ensembleValues(climb, [0, -1], ask, Key.root(3))).toEqual([
    [[[1], [1]], [[2], [0.5]], [[null], [null]]],
    [[[null], [null]], [[null], [null]], [[null], [null]]],
  ]);
});
