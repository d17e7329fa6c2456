import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entryTraining } from "../../src/leaderboard/entryTraining.js";
import type { TrainingNews } from "../../src/leaderboard/trainingNews.js";
import { Key } from "../../src/random/key.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const about = { tier: "full", task: "toy/bit", model: "a net: 5/320" } as const;
const identity = { model: "id", key: Key.root(0), settings: {} };
const start = { w: { data: new Float32Array(1), shape: [1] } };
const state = { step: 100, parameters: start, first: start, second: start, losses: [] };

test("gives nothing where nothing is kept or shown, and reads no clock", () => {
  const clock = () => {
    throw new Error("the clock was read");
  };
  const { aid, secondsBefore } = entryTraining(about, { clock, say: () => {} });
  expect([aid, secondsBefore()]).toEqual([{}, 0]);
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
