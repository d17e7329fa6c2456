import { expect, test } from "vitest";
import { caseScores } from "../../src/leaderboard/caseScores.js";
import { classificationError } from "../../src/leaderboard/classificationError.js";

const cases = [0, 1, 1].map((mechanism) => ({ x: [], truth: { mechanism } }));

test("every case has its score", () => {
  expect(caseScores(classificationError, cases, [0, 0, 1])).toEqual({ scores: Float64Array.of(0, 1, 0), problem: null });
});

test("predictions are asked for one by one", () => {
  const asked: number[] = [];
  const at = (i: number): number => asked.push(i) && 1;
  expect(caseScores(classificationError, cases, { length: 3, at }).scores).toEqual(Float64Array.of(1, 0, 0));
  expect(asked).toEqual([0, 1, 2]);
});

test("a metric that does not apply, or leaves its range, says so", () => {
  const judged = (score: number | null): string | null => caseScores({ ...classificationError, evaluate: () => score }, cases, [0, 0, 0]).problem;
  expect(judged(null)).toBe("n/a");
  expect(judged(2)).toBe("case 0: its error is 2, not in [0, 1]");
  expect(judged(NaN)).toBe("case 0: its error is NaN, not in [0, 1]");
});
