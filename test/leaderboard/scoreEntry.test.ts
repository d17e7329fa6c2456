import { describe, expect, test } from "vitest";
import type { Predictor } from "../../src/leaderboard/entry.js";
import { scoreEntry } from "../../src/leaderboard/scoreEntry.js";
import { taskCases } from "../../src/leaderboard/task.js";
import { Key } from "../../src/random/key.js";
import { toyEntry, toyTask } from "./toyTask.js";

const cases = taskCases(toyTask, 5);
const context = { key: Key.root(0), tier: "smoke" } as const;

/** A clock that goes on by 250 ms whenever it is read. */
const ticking = (): (() => number) => {
  let time = 0;
  return () => (time += 250);
};

/** What becomes of an entry that gives itself the predictor, whatever that is. */
const scored = (prepare: () => unknown, clock = ticking()) =>
  scoreEntry(toyTask, { ...toyEntry("net", () => 0), prepare: prepare as () => Predictor<number[], number> }, cases, context, clock);
const predicting = (predict: (xs: number[][]) => unknown) => scored(() => ({ parameters: 7, predict }));
const throwing = (thrown: unknown) =>
  scored(() => {
    throw thrown;
  });

describe("an entry that keeps the contract", () => {
  test("has its predictions, its size, and its training time in seconds", async () => {
    const answers = await predicting((xs) => xs.map(([x]) => x));
    expect(answers).toEqual({ predictions: cases.map(({ x }) => x[0]), parameters: 7, trainSeconds: 0.25, problem: null });
  });

  test("may say something of its training, in one line", async () => {
    const answers = await scored(() => ({ parameters: 7, note: "saw\n3 trajectories", predict: (xs: number[][]) => xs.map(() => 0) }));
    expect(answers.note).toBe("saw 3 trajectories");
    expect(await scored(() => ({ parameters: 7, note: "", predict: (xs: number[][]) => xs.map(() => 0) }))).not.toHaveProperty("note");
  });

  test("may prepare and predict in its own time", async () => {
    const answers = await scored(async () => ({ parameters: 0, predict: async (xs: number[][]) => xs.map(() => [0.5, 0.5]) }));
    expect([answers.problem, answers.predictions.length]).toEqual([null, 5]);
  });

  test("is given the context, and sees x alone", async () => {
    const seen: unknown[] = [];
    const entry = { model: "net", source: "s", prepare: (given: unknown) => ({ parameters: seen.push(given), predict: (xs: readonly number[][]) => xs.map((x) => (seen.push(x), 0)) }) };
    await scoreEntry(toyTask, entry, cases, context, ticking());
    expect(seen[0]).toBe(context);
    expect(seen.slice(1)).toEqual(cases.map(({ x }) => x));
  });

  test("takes no time where the clock was set back", async () => {
    let time = 1000;
    expect((await scored(() => ({ parameters: 0, predict: (xs: number[][]) => xs.map(() => 0) }), () => (time -= 1))).trainSeconds).toBe(0);
  });
});

test("an entry that writes into its x changes no other's", async () => {
  const before = structuredClone(cases);
  await predicting((xs) => xs.map((x) => x.splice(0).length - 1));
  expect(cases).toEqual(before);
});

describe("the problem of an entry", () => {
  test.each<[string, (xs: number[][]) => unknown, string]>([
    ["gives too few", (xs) => xs.slice(1).map(() => 0), "gave 4 predictions for 5 cases"],
    ["gives too many", (xs) => [0, ...xs.map(() => 0)], "gave 6 predictions for 5 cases"],
    ["gives none", () => [], "gave 0 predictions for 5 cases"],
    ["gives NaN", () => [0, 1, NaN, 0, 1], "case 2: a class must be an integer in [0, 2), got NaN"],
    ["gives Infinity", () => [0, Infinity, 0, 0, 0], "case 1: a class must be an integer in [0, 2), got Infinity"],
    ["gives NaN for a probability", () => [0, 0, 0, 0, [NaN, 1]], "case 4: a probability must be a number in [0, 1], got NaN"],
    ["gives probabilities of another sum", () => [[0.5, 0.4], 0, 0, 0, 0], "case 0: probabilities must sum to 1, got 0.9"],
    ["gives one probability too many", () => [0, [0.5, 0.25, 0.25], 0, 0, 0], "case 1: probabilities must be 2 numbers, got 3"],
    ["leaves one out", () => Object.assign([0, 1], { length: 5 }), "case 2: probabilities must be 2 numbers, got undefined"],
    ["gives null", () => [0, 1, 0, 1, null], "case 4: probabilities must be 2 numbers, got object"],
    ["gives an object", () => [{ class: 1 }, 0, 0, 0, 0], "case 0: probabilities must be 2 numbers, got object"],
    ["gives text", () => ["01", 0, 0, 0, 0], "case 0: a probability must be a number in [0, 1], got 0"],
    ["gives promises", (xs) => xs.map(async () => 0), "case 0: probabilities must be 2 numbers, got object"],
    ["rejects while predicting", () => Promise.reject(new Error("out of memory")), "out of memory"],
    ["throws while predicting", () => [].at(0)!["x"], "Cannot read properties of undefined (reading 'x')"],
    ["gives nothing at all", () => undefined, "Cannot read properties of undefined (reading 'length')"],
  ])("that %s", async (_, predict, problem) => {
    expect(await predicting(predict)).toEqual({ predictions: [], parameters: null, trainSeconds: null, problem });
  });

  test("−0 is the class 0", async () => {
    expect((await predicting((xs) => xs.map(() => -0))).problem).toBeNull();
  });

  test.each([
    [new Error("no net:\n  it was never trained"), "no net: it was never trained"],
    [new Error(""), "an error without a message"],
    [Object.assign(new Error(), { message: { code: 3 } }), "[object Object]"],
    ["a text", "a text"],
    ["n/a", 'threw "n/a"'],
    [undefined, "undefined"],
    [{ code: 3 }, "{ code: 3 }"],
    [Object.create(null), "[Object: null prototype] {}"],
    [Symbol("s"), "Symbol(s)"],
  ])("that throws %o", async (thrown, problem) => {
    expect((await throwing(thrown)).problem).toBe(problem);
    expect((await scored(() => Promise.reject(thrown as Error))).problem).toBe(problem);
  });

  test.each([NaN, -1, 0.5, Infinity, undefined, "7"])("whose number of parameters is %s", async (parameters) => {
    const { problem } = await scored(() => ({ parameters, predict: (xs: number[][]) => xs.map(() => 0) }));
    expect(problem).toBe(`parameters must be an integer >= 0, got ${parameters}`);
  });

  test("that prepares no predictor", async () => {
    expect((await scored(() => undefined)).problem).toMatch(/^Cannot .* undefined/);
    expect((await scored(() => ({ parameters: 0 }))).problem).toContain("is not a function");
  });

  test("is whatever the check throws", async () => {
    const task = {
      ...toyTask,
      check: () => {
        throw new Error("no");
      },
    };
    expect((await scoreEntry(task, toyEntry("net", () => 0), cases, context, ticking())).problem).toBe("case 0: no");
  });
});
