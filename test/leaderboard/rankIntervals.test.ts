import fc from "fast-check";
import { expect, test } from "vitest";
import { type Better, rankIntervals } from "../../src/leaderboard/rankIntervals.js";

test.each<[number, Better[], [number, number][]]>([
  [0, [], []],
  [1, [], [[1, 1]]],
  [3, [], [[1, 3], [1, 3], [1, 3]]],
  [3, [[0, 2], [1, 2]], [[1, 2], [1, 2], [3, 3]]],
  [3, [[2, 0], [2, 1], [1, 0]], [[3, 3], [2, 2], [1, 1]]],
  // Only the ends are decided: the middle one may have any rank.
  [3, [[0, 2]], [[1, 2], [1, 3], [2, 3]]],
])("%i models, decided %j: %j", (models, decided, ranks) => {
  expect(rankIntervals(models, decided)).toEqual(ranks);
});

test("any part of the true comparisons gives intervals with every rank that a tie allows", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 7 });
  fc.assert(
    fc.property(scores, fc.infiniteStream(fc.boolean()), (truth, coins) => {
      const all = truth.flatMap((a, i) => truth.flatMap((b, j): Better[] => (a < b ? [[i, j]] : [])));
      const ranks = rankIntervals(truth.length, all.filter(() => coins.next().value));
      truth.forEach((score, i) => {
        const [best, worst] = ranks[i];
        expect(best).toBeLessThanOrEqual(1 + truth.filter((other) => other < score).length);
        expect(worst).toBeGreaterThanOrEqual(truth.filter((other) => other <= score).length);
      });
      truth.forEach((score, i) => {
        const [best, worst] = rankIntervals(truth.length, all)[i];
        expect([best, worst]).toEqual([1 + truth.filter((other) => other < score).length, truth.filter((other) => other <= score).length]);
      });
    }),
  );
});
