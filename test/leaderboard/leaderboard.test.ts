import { describe, expect, test } from "vitest";
import { brierScore } from "../../src/leaderboard/brierScore.js";
import { classificationError } from "../../src/leaderboard/classificationError.js";
import type { EntryContext } from "../../src/leaderboard/entry.js";
import { leaderboard } from "../../src/leaderboard/leaderboard.js";
import type { LeaderboardDefinition } from "../../src/leaderboard/leaderboardDefinition.js";
import { type BoardRecord, boardRecord } from "../../src/leaderboard/record.js";
import { regret } from "../../src/leaderboard/regret.js";
import { taskCases } from "../../src/leaderboard/task.js";
import { Key } from "../../src/random/key.js";
import { toyEntry, toyTask } from "./toyTask.js";

type Definition = LeaderboardDefinition<number, number[], { readonly mechanism: number }, number | ArrayLike<number>>;
const contexts: EntryContext[] = [];
const copy = toyEntry("copy", ([x]) => x);
const definition = (changes: Partial<Definition> = {}): Definition => ({
  task: toyTask,
  metrics: [classificationError],
  entries: [
    toyEntry("contrary", ([x]) => 1 - x),
    { ...copy, prepare: (context) => (contexts.push(context), copy.prepare(context)) },
    toyEntry("posterior", ([x]) => (x === 1 ? [0.2, 0.8] : [0.8, 0.2])),
  ],
  cases: { smoke: 400, full: 10 },
  clock: () => 0,
  ...changes,
});
const withEntries = (entry: string, changes: Partial<Definition>): void => {
  process.env.SIMVERDICT_ENTRY = entry;
  leaderboard(definition(changes));
  delete process.env.SIMVERDICT_ENTRY;
};

leaderboard(definition({ metrics: [classificationError, brierScore, regret as Definition["metrics"][0]] }));
withEntries("co", { task: { ...toyTask, id: "toy/subset" } });
withEntries("nobody", { task: { ...toyTask, id: "toy/nobody" } });
process.env.SIMVERDICT_RELEASE = "autumn";
leaderboard(definition({ task: { ...toyTask, id: "toy/fresh" } }));
delete process.env.SIMVERDICT_RELEASE;
leaderboard(definition({ task: { ...toyTask, id: "toy/dear" }, tiers: ["standard"] }));

describe("where an entry fails", { fails: true }, () => {
  leaderboard(definition({ task: { ...toyTask, id: "toy/failing" }, entries: [toyEntry("bad", () => NaN), copy] }));
  leaderboard(definition({ task: { ...toyTask, id: "toy/wild" }, metrics: [{ ...classificationError, evaluate: () => 2 }, { ...brierScore, evaluate: () => 2 }] }));
});

let boards: Readonly<Record<string, readonly BoardRecord[] | undefined>>;
test("a leaderboard is a vitest test whose boards travel in its meta data; it fails where an entry does", ({ task }) => {
  const registered = task.file.tasks.flatMap((one) => (one.type === "suite" ? one.tasks : one)).slice(0, 7);
  expect(registered.map(({ name }) => name)).toEqual(["bit", "subset", "nobody", "fresh", "dear", "failing", "wild"].map((name) => `toy/${name}`));
  boards = Object.fromEntries(registered.map(({ name, meta }) => [name, meta.simverdictBoards]));
  for (const found of Object.values(boards).flatMap((some) => some ?? [])) expect(boardRecord.parse(found)).toEqual(found);
});

test("every metric makes a board of the same answers, on the cases of the tier", () => {
  expect(boards["toy/bit"]!.map(({ id, backend, rows }) => [id, backend, rows.length])).toEqual([
    ["toy/bit/error", null, 3],
    ["toy/bit/brier", null, 3],
    ["toy/bit/regret", null, 3],
  ]);
  const [error, brier, given] = boards["toy/bit"]!;
  const wrong = taskCases(toyTask, 400).filter(({ x, truth }) => x[0] !== truth.mechanism).length / 400;
  expect(error.rows.map(({ model, score, rank, n }) => [model, score, rank, n])).toEqual([
    ["copy", wrong, [1, 2], 400],
    ["posterior", wrong, [1, 2], 400],
    ["contrary", 1 - wrong, [3, 3], 400],
  ]);
  expect(brier.rows.map(({ model, rank, problem }) => [model, rank, problem])).toEqual([
    ["posterior", [1, 1], null],
    ["contrary", null, "n/a"],
    ["copy", null, "n/a"],
  ]);
  expect(given.rows.map(({ model, score }) => [model, score!.toFixed(12)])).toEqual([
    ["copy", "0.000000000000"],
    ["posterior", "0.000000000000"],
    ["contrary", "0.600000000000"],
  ]);
});

test("an entry prepares with a key of its own, that of the seed, the task and its name", () => {
  const [{ key, tier }] = contexts;
  expect(tier).toBe("smoke");
  expect(key.equals(Key.root(0).fold("entry").fold("toy/bit").fold("copy"))).toBe(true);
});

test("with SIMVERDICT_ENTRY only entries take part whose name contains it; without one there is no board", () => {
  expect(boards["toy/subset"]![0].rows.map(({ model }) => model).sort()).toEqual(["contrary", "copy"]);
  expect(boards["toy/nobody"]).toBeUndefined();
});

test("with SIMVERDICT_RELEASE entries answer a fresh draw of that name too", () => {
  const [{ release, rows }] = boards["toy/fresh"]!;
  expect(release).toBe("autumn");
  for (const { fresh, n } of rows) expect(fresh?.n).toBe(n);
  expect(boards["toy/bit"]![0]).not.toHaveProperty("release");
});

test("at other tiers than its own there is no board", () => {
  expect(boards["toy/dear"]).toBeUndefined();
});

test("an entry that fails is listed and the board goes on; a metric out of its range says so too", () => {
  expect(boards["toy/failing"]![0].rows.map(({ model, rank, problem }) => [model, rank, problem])).toEqual([
    ["copy", [1, 1], null],
    ["bad", null, "case 0: a class must be an integer in [0, 2), got NaN"],
  ]);
  expect(boards["toy/wild"]!.map(({ rows }) => rows.map(({ problem }) => problem))).toEqual(
    ["error", "brier"].map((id) => Array<string>(3).fill(`case 0: its ${id} is 2, not in [0, 1]`)),
  );
});

describe("refused at load", () => {
  const ranged = (low: number, high: number): Partial<Definition> => ({ metrics: [{ ...classificationError, range: [low, high] }] });
  test.each<[string, Partial<Definition>]>([
    ["has no entry", { entries: [] }],
    ["has no tier", { tiers: [] }],
    ["has an entry without a name", { entries: [toyEntry("", () => 0)] }],
    ['has two entries named "a"', { entries: [toyEntry("a", () => 0), toyEntry("b", () => 0), toyEntry("a", () => 1)] }],
    ['has two metrics named "error"', { metrics: [classificationError, classificationError] }],
    ["has metric error with range [1, 1], not two finite numbers in order", ranged(1, 1)],
    ["has metric error with range [1, 0], not two finite numbers in order", ranged(1, 0)],
    ["has metric error with range [0, Infinity], not two finite numbers in order", ranged(0, Infinity)],
    ["has metric error with range [NaN, 1], not two finite numbers in order", ranged(NaN, 1)],
    ["has version 0, not a positive integer", { task: { ...toyTask, version: 0 } }],
    ["has version 1.5, not a positive integer", { task: { ...toyTask, version: 1.5 } }],
    ["asks a 0 cases at the gate, not a positive integer", { entries: [{ ...toyEntry("a", () => 0), gateCases: 0 }] }],
    ["asks a 0.5 cases at the gate, not a positive integer", { entries: [{ ...toyEntry("a", () => 0), gateCases: 0.5 }] }],
    ["has 0 cases, not a positive integer", { cases: { smoke: 0 } }],
    ["has NaN cases, not a positive integer", { cases: { smoke: 10, full: NaN } }],
  ])("%s", (message, changes) => {
    expect(() => leaderboard(definition(changes))).toThrow(new RangeError(`leaderboard toy/bit ${message}`));
  });
});
