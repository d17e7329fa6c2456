import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entryTraining } from "../../src/leaderboard/entryTraining.js";
import type { TrainingNews } from "../../src/leaderboard/trainingNews.js";
import { Key } from "../../src/random/key.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const about = { tier: "full", task: "toy/bit", model: "a net: 5/320", key: Key.root(5), cases: () => "0f" } as const;
const identity = { model: "id", key: Key.root(0), settings: {} };
const start = { w: { data: new Float32Array(1), shape: [1] } };
const state = { step: 100, parameters: start, first: start, second: start, losses: [] };

test("gives nothing where nothing is kept or shown, and reads no clock", () => {
  const clock = () => {
    throw new Error("the clock was read");
  };
  const { aid, predicting, secondsBefore } = entryTraining(about, { clock, say: () => {} });
  expect([aid, predicting, secondsBefore()]).toEqual([{}, {}, 0]);
});

test("keeps every training in a file of its own, and the time that they took, over all runs", async () => {
  let time = 0;
  const said: string[] = [];
  const run = () => entryTraining(about, { folder, clock: () => time, say: (line) => said.push(line) });
  const first = run();
  const [a, b] = [identity, { ...identity, key: Key.root(1) }].map((one) => first.aid.checkpoints!(one));
  expect(await a.load(start)).toBeUndefined();
  await b.load(start);
  time = 4000;
  await a.save(state);
  time = 9000;
  await b.save(state);
  expect(first.secondsBefore()).toBe(0);
  const name = (key: Key): string => `a-net-5-320-${key.toString()}.checkpoint`;
  expect(readdirSync(join(folder, "full", "toy-bit")).sort()).toEqual([name(Key.root(0)), name(Key.root(1))].sort());

  const second = run();
  const again = second.aid.checkpoints!(identity);
  expect(await again.load(start)).toEqual(state);
  expect([said, second.secondsBefore()]).toEqual([["toy/bit: a net: 5/320 goes on from step 100"], 4]);
  time = 10_000;
  await again.save({ ...state, step: 150 });
  const third = run();
  await third.aid.checkpoints!(identity).load(start);
  expect(third.secondsBefore()).toBe(5);
});

test("is heard once for every per cent of every training", () => {
  const heard: TrainingNews[] = [];
  const { aid } = entryTraining(about, { hear: (news) => heard.push(news), clock: () => 0, say: () => {} });
  for (const [step, steps] of [[50, 10_000], [100, 10_000], [150, 10_000], [200, 10_000], [100, 5_000], [5_000, 5_000]]) aid.progress!(step, -1, steps);
  expect(heard.map(({ step, steps }) => [step, steps])).toEqual([[50, 10_000], [100, 10_000], [200, 10_000], [100, 5_000], [5_000, 5_000]]);
  expect(heard[0]).toEqual({ model: about.model, step: 50, steps: 10_000, loss: -1 });
});

test("rollouts are heard of once for every per cent too", () => {
  const heard: TrainingNews[] = [];
  const { predicting } = entryTraining(about, { hear: (news) => heard.push(news), clock: () => 0, say: () => {} });
  for (const done of [100, 150, 199, 200, 10_000]) predicting.progress!(done, 10_000);
  expect(heard).toEqual([100, 200, 10_000].map((step) => ({ model: about.model, step, steps: 10_000 })));
});

describe("predictions", () => {
  const said: string[] = [];
  /** Another run of the entry, which trains to parameters of some value, or trains nothing. */
  async function predict(value: number | undefined, make: () => Promise<number[]>, changes = {}): Promise<readonly number[]> {
    const { aid, predicting } = entryTraining({ ...about, ...changes }, { folder, clock: () => 0, say: (line) => said.push(line) });
    if (value !== undefined) {
      const checkpoints = aid.checkpoints!(identity);
      if ((await checkpoints.load(start)) === undefined) await checkpoints.save({ ...state, parameters: { w: { data: Float32Array.of(value), shape: [1] } } });
    }
    return predicting.keep!(make);
  }
  const never = (): never => {
    throw new Error("made again");
  };
  beforeEach(() => void (said.length = 0));

  test("are made once for each key and each set of cases", async () => {
    expect(await predict(1, async () => [1, 2])).toEqual([1, 2]);
    expect(said).toEqual([]);
    expect(await predict(1, never)).toEqual([1, 2]);
    expect(said).toEqual(["toy/bit: a net: 5/320 goes on from step 100", "toy/bit: a net: 5/320 has its predictions from an earlier run"]);
    expect(await predict(1, async () => [3], { cases: () => "10" })).toEqual([3]);
    expect(await predict(1, async () => [4], { key: Key.root(6) })).toEqual([4]);
    expect(readdirSync(join(folder, "full", "toy-bit")).filter((name) => /^a-net-5-320-[0-9a-f]{32}\.predictions$/.test(name))).toHaveLength(3);
  });

  test("of a net that was trained otherwise are refused", async () => {
    await predict(1, async () => [1]);
    for (const name of readdirSync(join(folder, "full", "toy-bit"))) if (name.endsWith(".checkpoint")) rmSync(join(folder, "full", "toy-bit", name));
    await expect(predict(2, never)).rejects.toThrow(/holds predictions with other parameters .*: move it away to predict anew/);
  });

  test("of an entry that trained nothing are not kept", async () => {
    await predict(undefined, async () => [1]);
    expect(await predict(undefined, async () => [2])).toEqual([2]);
  });
});
