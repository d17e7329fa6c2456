import { expect, it } from "vitest";
import { duelBlock } from "../../src/report/duelBlock.js";
import { boardOf, leaderboardOf, pairOf, rowOf } from "../leaderboard/records.js";

const task = { id: "toy/bit", version: 1, hash: "00" };
const rows = [rowOf({ model: "A, 20", score: 0.5 }), rowOf({ model: "B, 80", score: 0.75 })];
const metric = (id: string, direction: "lower" | "higher") => ({ ...boardOf().metric, id, direction });
const record = leaderboardOf({
  boards: [
    boardOf({ task, metric: metric("error", "lower"), rows, paired: [pairOf({ a: "A, 20", b: "B, 80", difference: -0.25, lower: -0.5, upper: -0.125, verdict: "a better" })] }),
    boardOf({ task, metric: metric("gain", "higher"), rows, paired: [pairOf({ a: "B, 80", b: "A, 20", difference: 0.25, lower: 0.125, upper: 0.5, verdict: "a better" })] }),
    boardOf({ task, metric: metric("speed", "higher"), rows, paired: [pairOf({ a: "B, 80", b: "A, 20", difference: 0.25, lower: -0.125, upper: 0.5, verdict: "undecided" })] }),
    boardOf({ task, metric: metric("lost", "higher"), rows: [rows[0], rowOf({ model: "B, 80", score: null })], paired: [] }),
    boardOf({ task: { ...task, id: "toy/other" } }),
  ],
});

it("compares two models on every board of a task, the first less the second", () => {
  expect(duelBlock(record, "toy/bit; A, 20 against B, 80").split("\n").slice(2)).toEqual([
    "| error (lower is better) | 0.5 | 0.75 | −0.25 [−0.5, −0.125] | A, 20 |",
    "| gain (higher is better) | 0.5 | 0.75 | −0.25 [−0.5, −0.125] | B, 80 |",
    "| speed (higher is better) | 0.5 | 0.75 | −0.25 [−0.5, 0.125] | undecided |",
    "",
    "400 cases; on each board all pairs of its 2 models share an error rate of 0.05.",
  ]);
});

it("says what is not there, and refuses what is no duel", () => {
  expect(duelBlock(record, "toy/bit; A, 20 against C")).toBe("A, 20 and C on `toy/bit`: not in the reference records.");
  expect(() => duelBlock(record, "toy/bit")).toThrow(new RangeError('a duel must be "<task>; <model> against <model>", got "toy/bit"'));
});
