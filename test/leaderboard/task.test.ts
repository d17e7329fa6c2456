import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Task, taskCases, taskHash } from "../../src/leaderboard/task.js";
import { Key } from "../../src/random/key.js";
import { toyTask } from "./toyTask.js";

test("the first cases do not depend on how many are asked for, or on who asks before", () => {
  const cases = taskCases(toyTask, 100);
  for (const count of [0, 1, 64, 100]) expect(taskCases(toyTask, count)).toEqual(cases.slice(0, count));
});

test("a case is drawn from keys of its own: those of the task, its version and its number", () => {
  const key = Key.root(0).fold("task").fold("toy/bit").fold(1).fold("cases").fold(17);
  const theta = toyTask.simulator.prior.sample(key.fold("theta"));
  const x = toyTask.simulator.simulate(key.fold("x"), theta);
  expect(taskCases(toyTask, 18)[17]).toEqual({ x, truth: toyTask.truth(theta, x) });
});

test("a release draws cases of its own, which begin alike whatever their number", () => {
  const key = Key.root(0).fold("task").fold("toy/bit").fold(1).fold("fresh").fold("1.2").fold(17);
  const theta = toyTask.simulator.prior.sample(key.fold("theta"));
  const x = toyTask.simulator.simulate(key.fold("x"), theta);
  const fresh = taskCases(toyTask, 100, "1.2");
  expect(fresh[17]).toEqual({ x, truth: toyTask.truth(theta, x) });
  expect(taskCases(toyTask, 20, "1.2")).toEqual(fresh.slice(0, 20));
  // Two independent draws of 100 fair bits agree with probability below 1e-17 (each case: at most .68).
  expect(fresh).not.toEqual(taskCases(toyTask, 100));
  expect(fresh).not.toEqual(taskCases(toyTask, 100, "1.3"));
});

test("a release without a name is refused: it would be mistaken for none", () => {
  expect(() => taskCases(toyTask, 1, "")).toThrow(new RangeError('release must be some text, got ""'));
});

/** Hoeffding: 2000 draws of [0, 1] stray 0.08 from their mean with probability below 2·exp(−2·2000·0.08²) < 2e-11. */
test("cases follow the simulator", () => {
  const cases = taskCases(toyTask, 2000);
  const share = (holds: (one: (typeof cases)[number]) => boolean): number => cases.filter(holds).length / 2000;
  expect(Math.abs(share(({ truth }) => truth.mechanism === 1) - 0.5)).toBeLessThan(0.08);
  expect(Math.abs(share(({ x, truth }) => x[0] !== truth.mechanism) - 0.2)).toBeLessThan(0.08);
});

test("the hash is SHA-256 of id, version, simulator and the first 64 cases", () => {
  const content = JSON.stringify(["toy/bit", 1, "noisy-bit(flip=0.2)", taskCases(toyTask, 64)]);
  expect(taskHash(toyTask)).toBe(createHash("sha256").update(content).digest("hex"));
});

const { simulator } = toyTask;
/** The same task but for one of its cases, which every case depends on its number for. */
const changedAt = (index: number): Task<number, number[], unknown, number> => {
  let calls = 0;
  return { ...toyTask, check: () => {}, truth: (theta, x) => (calls++ === index ? "other" : toyTask.truth(theta, x)) };
};

test.each<[string, Partial<typeof toyTask>]>([
  ["id", { id: "toy/bits" }],
  ["version", { version: 2 }],
  ["simulator's name", { simulator: { ...simulator, id: "noisy-bit(flip=0.3)" } }],
  ["prior", { simulator: { ...simulator, prior: { sample: () => 1 } } }],
  ["law of x", { simulator: { ...simulator, simulate: (_, bit) => [bit] } }],
  ["truth", { truth: (mechanism) => ({ mechanism }) }],
])("another %s gives another hash", (_, change) => {
  expect(taskHash({ ...toyTask, ...change })).not.toBe(taskHash(toyTask));
});

test("a change of any of the first 64 cases gives another hash", () => {
  const hashes = [0, 1, 31, 63].map((index) => taskHash(changedAt(index)));
  expect(new Set([...hashes, taskHash(toyTask)]).size).toBe(5);
  expect(taskHash(changedAt(64))).toBe(taskHash(toyTask));
});

test("the hash does not depend on the title or on what is asked before", () => {
  const before = taskHash(toyTask);
  taskCases(toyTask, 3);
  expect(taskHash({ ...toyTask, title: "another" })).toBe(before);
});

test.each([-1, 1.5, NaN, Infinity])("%d cases are refused", (count) => {
  expect(() => taskCases(toyTask, count)).toThrow(new RangeError(`count must be an integer >= 0, got ${count}`));
});
