/** A decided comparison: the first is better than the second. */
export type Better = readonly [winner: number, loser: number];

/**
 * The ranks that each model can have, given the comparisons that were decided.
 *
 * best = 1 + how many are better; worst = models − how many are worse. If all decided comparisons are right, every
 * true rank lies in its interval; models whose comparison is undecided share ranks.
 *
 * @param models how many, an integer ≥ 0
 * @param decided the decided comparisons, by index
 * @returns [best, worst] for each model, 1 the best
 * @example rankIntervals(3, [[0, 2], [1, 2]]) // => [[1, 2], [1, 2], [3, 3]]
 */
export function rankIntervals(models: number, decided: readonly Better[]): [number, number][] {
  return Array.from({ length: models }, (_, model) => [
    1 + decided.filter(([, loser]) => loser === model).length,
    models - decided.filter(([winner]) => winner === model).length,
  ]);
}
