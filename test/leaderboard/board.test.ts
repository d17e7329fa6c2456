import { describe, expect, test } from "vitest";
import { type Answered, board } from "../../src/leaderboard/board.js";
import type { Metric } from "../../src/leaderboard/metric.js";
import { pairedDifference } from "../../src/leaderboard/pairedDifference.js";
import { boardRecord } from "../../src/leaderboard/record.js";
import type { Answers } from "../../src/leaderboard/scoreEntry.js";
import { taskHash, type Task } from "../../src/leaderboard/task.js";
import { Key } from "../../src/random/key.js";
import { clopperPearson } from "../../src/statistics/clopperPearson.js";
import { confidenceInterval } from "../../src/statistics/confidenceInterval.js";

/** A task whose predictions are their own scores. */
const task: Task<number, number, null, number | null> = {
  id: "toy/score",
  version: 3,
  title: "A score",
  simulator: { id: "none", prior: { sample: () => 0 }, simulate: () => 0 },
  truth: () => null,
  check: () => {},
};
const metric = (direction: "lower" | "higher", range: readonly [number, number] = [0, 1]): Metric<number | null, null> => ({
  id: "itself",
  title: "the score itself",
  direction,
  range,
  evaluate: (prediction) => prediction,
});
const answers = (predictions: readonly (number | null)[], problem: string | null = null): Answers<number | null> => ({
  predictions,
  parameters: problem === null ? 4 : null,
  trainSeconds: problem === null ? 0.5 : null,
  problem,
});
const N = 150;
const cases = Array.from({ length: N }, () => ({ x: 0, truth: null }));
const entered = (entries: Readonly<Record<string, readonly (number | null)[] | string>>): Answered<number | null>[] =>
  Object.entries(entries).map(([model, given]) => ({
    model,
    source: "made for a test",
    answers: typeof given === "string" ? answers([], given) : answers(given),
  }));
/** Scores around a level, not all equal. */
const near = (level: number, n = N): number[] => Array.from({ length: n }, (_, i) => level + (i % 2 === 0 ? 0.01 : -0.01));
const ranksOf = (found: { rows: { model: string; rank: [number, number] | null }[] }) => found.rows.map(({ model, rank }) => [model, rank]);

describe.each([
  ["lower", ["low", "mid", "high"]],
  ["higher", ["high", "mid", "low"]],
] as const)("where %s is better", (direction, order) => {
  const entries = { mid: near(0.5), high: near(0.9), low: near(0.1) };
  const found = board(task, metric(direction), cases, entered(entries));

  test("the best comes first, and ranks are decided", () => {
    expect(ranksOf(found)).toEqual(order.map((model, i) => [model, [i + 1, i + 1]]));
  });

  test("all differences are there, of a minus b, and a is better", () => {
    expect(found.paired.map(({ a, b, verdict }) => [a, b, verdict])).toEqual([
      [order[0], order[1], "a better"],
      [order[0], order[2], "a better"],
      [order[1], order[2], "a better"],
    ]);
    for (const { a, b, difference, lower, upper } of found.paired) {
      expect(Math.sign(difference)).toBe(direction === "lower" ? -1 : 1);
      const { lower: from, upper: to } = pairedDifference(entries[a as "low"], entries[b as "low"], [0, 1], 0.05 / 3);
      expect([lower, upper]).toEqual([from, to]);
    }
  });

  test("undecided models share ranks, in the order in which they were entered where they are equal", () => {
    const tied = board(task, metric(direction), cases, entered({ b: near(0.5), a: near(0.5), high: near(0.9), low: near(0.1) }));
    const ranks = direction === "lower" ? [["low", [1, 1]], ["b", [2, 3]], ["a", [2, 3]], ["high", [4, 4]]] : [["high", [1, 1]], ["b", [2, 3]], ["a", [2, 3]], ["low", [4, 4]]];
    expect(ranksOf(tied)).toEqual(ranks);
    expect(tied.paired.filter(({ verdict }) => verdict === "undecided")).toEqual([expect.objectContaining({ a: "b", b: "a", difference: 0 })]);
  });
});

test("a row is the mean with its interval at level .01, on the scale of the metric", () => {
  const scores = near(0.3).map((z) => 5 * z - 2);
  const [row] = board(task, metric("lower", [-2, 3]), cases, entered({ net: scores })).rows;
  const { lower, upper } = confidenceInterval(near(0.3), 0.01);
  expect(row).toMatchObject({ model: "net", rank: [1, 1], n: N, trainSeconds: 0.5, parameters: 4, problem: null });
  expect(row.score).toBeCloseTo(-0.5, 12);
  expect(row.lower).toBeCloseTo(5 * lower - 2, 6);
  expect(row.upper).toBeCloseTo(5 * upper - 2, 6);
});

test("a row has what the entry says of its training, and nothing where it says nothing", () => {
  const entries = entered({ a: near(0.5), b: near(0.1) });
  entries[0] = { ...entries[0], answers: { ...entries[0].answers, note: "few data" } };
  const found = board(task, metric("lower"), cases, entries);
  expect(boardRecord.parse({ ...found, backend: null }).rows.map(({ model, note }) => [model, note])).toEqual([["b", undefined], ["a", "few data"]]);
});

test("a board says what it is of, and fits its schema", () => {
  const found = { ...board(task, metric("higher"), cases, entered({ net: near(0.5), none: near(0.5).map(() => null), bad: "no" })), backend: null };
  expect(boardRecord.parse(found)).toEqual(found);
  expect(found).toMatchObject({
    id: "toy/score/itself",
    title: "A score",
    task: { id: "toy/score", version: 3, hash: taskHash(task) },
    metric: { id: "itself", title: "the score itself", direction: "higher", range: [0, 1] },
    alpha: { score: 0.01, ranks: 0.05 },
  });
});

describe("rows without a score", () => {
  test("come last, are not ranked, take no part in comparisons and cost no level", () => {
    const found = board(task, metric("lower"), cases, entered({ bad: "no net", none: [null, ...near(0.1).slice(1)], worse: near(0.8), better: near(0.2) }));
    expect(ranksOf(found)).toEqual([["better", [1, 1]], ["worse", [2, 2]], ["bad", null], ["none", null]]);
    expect(found.rows[2]).toEqual({ model: "bad", source: "made for a test", score: null, lower: null, upper: null, rank: null, n: 0, trainSeconds: null, parameters: null, problem: "no net" });
    expect(found.rows[3]).toMatchObject({ score: null, lower: null, upper: null, n: 0, trainSeconds: 0.5, parameters: 4, problem: "n/a" });
    expect(found.paired.map(({ a, b }) => [a, b])).toEqual([["better", "worse"]]);
    const { lower, upper } = pairedDifference(near(0.2), near(0.8), [0, 1], 0.05);
    expect(found.paired[0]).toMatchObject({ lower, upper });
  });

  test.each([NaN, Infinity, -Infinity, 1.0001, -0.0001])("a score of %d is outside the metric's range", (score) => {
    const scores = near(0.5);
    scores[7] = score;
    const found = board(task, metric("lower"), cases, entered({ wild: scores, tame: near(0.9) }));
    expect(ranksOf(found)).toEqual([["tame", [1, 1]], ["wild", null]]);
    expect(found.rows[1].problem).toBe(`case 7: its itself is ${score}, not in [0, 1]`);
  });

  test("the ends of the range, and −0, are within it", () => {
    const ends = near(0.5).map((_, i) => [0, 1, -0][i % 3]);
    expect(board(task, metric("lower"), cases, entered({ ends })).rows[0]).toMatchObject({ problem: null, score: 50 / 150 });
  });

  test("may be all there are", () => {
    const found = board(task, metric("lower"), cases, entered({ a: "no", b: "n/a" }));
    expect(ranksOf(found)).toEqual([["a", null], ["b", null]]);
    expect(found.paired).toEqual([]);
    expect(board(task, metric("lower"), cases, [])).toMatchObject({ rows: [], paired: [] });
  });
});

/**
 * Boards of five models with errors of known probability, two pairs of them equal, on shared cases. By Bonferroni a
 * board holds a wrong rank interval with probability ≤ .05; that the lower Clopper–Pearson bound, at confidence 1 − 1e-9,
 * of the share of wrong boards exceeds .05 has a probability ≤ 1e-9. The control decides at one standard
 * error: wrong for an equal pair with probability .3, so that fewer than 50 of 200 boards are wrong less often than 1e-9.
 */
describe("rank intervals of boards with a known truth", () => {
  const BOARDS = 200;
  const TRUTH: Readonly<Record<string, number>> = { a: 0.2, b: 0.2, c: 0.35, d: 0.6, e: 0.6 };
  const probabilities = Object.values(TRUTH);
  const best = (p: number): number => 1 + probabilities.filter((other) => other < p).length;
  const worst = (p: number): number => probabilities.filter((other) => other <= p).length;

  /** Errors by inverting one uniform number per case, shared with probability ½: dependent between models. */
  const draw = (key: Key): Record<string, number[]> => {
    const stream = key.stream();
    const errors: Record<string, number[]> = Object.fromEntries(Object.keys(TRUTH).map((model) => [model, []]));
    for (let i = 0; i < N; i++) {
      const [shared, isShared] = [stream.uniform(), stream.uniform() < 0.5];
      for (const [model, p] of Object.entries(TRUTH)) errors[model].push((isShared ? shared : stream.uniform()) < p ? 1 : 0);
    }
    return errors;
  };
  const draws = Array.from({ length: BOARDS }, (_, i) => draw(Key.root(0).fold("coverage").fold(i)));
  const found = draws.map((errors) => board(task, metric("lower"), cases, entered(errors)));
  const atLeast = (wrong: number): number => clopperPearson(wrong, BOARDS, 1 - 1e-9).lower;

  test("hold together with the probability that is stated", () => {
    const wrong = found.filter(({ rows }) => rows.some(({ model, rank }) => rank![0] > best(TRUTH[model]) || rank![1] < worst(TRUTH[model])));
    expect(atLeast(wrong.length)).toBeLessThanOrEqual(0.05);
  });

  test("would not if they were decided at one standard error", () => {
    const decides = (a: number[], b: number[]): boolean => {
      const differences = a.map((value, i) => value - b[i]);
      return Math.abs(differences.reduce((sum, d) => sum + d, 0)) > Math.hypot(...differences);
    };
    const wrong = draws.filter(({ a, b, d, e }) => decides(a, b) || decides(d, e));
    expect(atLeast(wrong.length)).toBeGreaterThan(0.05);
  });

  /** The difference .4 is 8 standard errors, an interval reaches less than 6: a board misses it once in 40, half of them never (1e-80). */
  test("decide what is far apart", () => {
    const decided = found.filter(({ paired }) => paired.some(({ a, b, verdict }) => a === "a" && b === "e" && verdict === "a better"));
    expect(decided.length).toBeGreaterThan(BOARDS / 2);
  });
});

describe("a fresh draw", () => {
  const draw = { release: "autumn", cases };
  const two = [
    { ...entered({ tuned: near(0.1) })[0], fresh: near(0.4) },
    { ...entered({ honest: near(0.2) })[0], fresh: near(0.2) },
    ...entered({ broken: "it threw" }),
  ];

  test("makes a second score with its interval; ranks go by the public cases", () => {
    const found = board(task, metric("lower"), cases, two, draw);
    expect(found.release).toBe("autumn");
    expect(found.rows.map(({ model, score, fresh }) => [model, score?.toFixed(6), fresh?.score.toFixed(6), fresh?.n])).toEqual([
      ["tuned", "0.100000", "0.400000", N],
      ["honest", "0.200000", "0.200000", N],
      ["broken", undefined, undefined, undefined],
    ]);
    const { lower, upper } = confidenceInterval(near(0.4), 0.01);
    expect(found.rows[0].fresh).toMatchObject({ lower, upper });
    expect(boardRecord.parse({ ...found, backend: null })).toEqual({ ...found, backend: null });
  });

  test("without one there is no second score and no release", () => {
    const found = board(task, metric("lower"), cases, two);
    expect("release" in found).toBe(false);
    expect(found.rows.some((row) => "fresh" in row)).toBe(false);
  });

  test("on which an entry has no score makes that its problem", () => {
    const [row] = board(task, metric("lower"), cases, [{ ...two[0], fresh: near(7) }], draw).rows;
    expect(row).toMatchObject({ score: null, rank: null, problem: "fresh draw, case 0: its itself is 7.01, not in [0, 1]" });
  });
});
