import { describe, expect, test } from "vitest";
import { brierScore } from "../../../src/leaderboard/brierScore.js";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import type { ClassPrediction } from "../../../src/leaderboard/classPrediction.js";
import { pairedDifference } from "../../../src/leaderboard/pairedDifference.js";
import { submissionBoard } from "../../../src/leaderboard/submission/record.js";
import { submissionBoards } from "../../../src/leaderboard/submission/submissionBoards.js";
import { taskCases } from "../../../src/leaderboard/task.js";
import { toyTask } from "../toyTask.js";

const cases = taskCases(toyTask, 600);
const fresh = taskCases(toyTask, 600, "r");
const by = (rule: (x: number) => ClassPrediction, of = cases): ClassPrediction[] => of.map(({ x }) => rule(x[0]));
const entries = [
  { model: "contrary", predictions: by((x) => 1 - x) },
  { model: "posterior", predictions: by((x) => (x === 1 ? [0.2, 0.8] : [0.8, 0.2])) },
  { model: "guess", predictions: by(() => [0.5, 0.5]) },
];
const copy = { cases, predictions: by((x) => x) };

describe("a submission that copies the bit", () => {
  const [error, brier] = submissionBoards([classificationError, brierScore], copy, { cases: fresh, predictions: by((x) => x, fresh) }, entries);

  test("has its scores on both sets of cases", () => {
    const wrong = (of: typeof cases): number => of.filter(({ x, truth }) => x[0] !== truth.mechanism).length / of.length;
    expect([error.public.score, error.fresh!.score]).toEqual([wrong(cases), wrong(fresh)]);
    for (const { score, lower, upper } of [error.public, error.fresh!]) expect([lower! < score!, upper! > score!]).toEqual([true, true]);
  });

  test("has its place: beside its equal, before those decided to be worse", () => {
    // Copying errs in 1 case of 5, the others in 4 of 5 and 1 of 2: Hoeffding leaves either undecided with probability < 1e-8.
    expect(error.compared.map(({ model, verdict }) => [model, verdict])).toEqual([["posterior", "undecided"], ["guess", "better"], ["contrary", "better"]]);
    expect(error.rank).toEqual([1, 2]);
    expect(error.compared[0]).toMatchObject({ difference: 0 });
  });

  test("is compared by paired differences at a third of the level", () => {
    const losses = (predictions: readonly ClassPrediction[]) => cases.map(({ truth }, i) => classificationError.evaluate(predictions[i], truth)!);
    const { difference, lower, upper } = pairedDifference(losses(copy.predictions), losses(entries[0].predictions), [0, 1], 0.05 / 3);
    expect(error.compared[2]).toMatchObject({ difference, lower, upper });
  });

  test("has no score where the metric does not apply", () => {
    expect([brier.public.problem, brier.public.score, brier.rank, brier.compared]).toEqual(["n/a", null, null, []]);
  });

  test("fits the record", () => {
    for (const board of [error, brier]) expect(submissionBoard.parse(board)).toEqual(board);
  });
});

test("where higher is better, the places turn round", () => {
  const accuracy = { ...classificationError, id: "accuracy", direction: "higher" as const, evaluate: (p: ClassPrediction, t: { mechanism: number }) => 1 - classificationError.evaluate(p, t)! };
  const [{ rank, compared }] = submissionBoards([accuracy], { cases, predictions: entries[0].predictions }, null, [{ model: "copy", predictions: copy.predictions }]);
  expect([rank, compared[0].verdict]).toEqual([[2, 2], "worse"]);
});

test("alone, it is the first; entries without a score are not compared", () => {
  const [{ rank, compared, fresh: none }] = submissionBoards([brierScore], { cases, predictions: entries[1].predictions }, null, [entries[0]]);
  expect([rank, compared, none]).toEqual([[1, 1], [], null]);
});
