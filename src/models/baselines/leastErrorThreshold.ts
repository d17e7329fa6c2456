/** A case for the choice of a threshold. */
export interface ThresholdCase {
  /** What is compared with the threshold; a finite number. */
  readonly statistic: number;
  /** The loss if the statistic exceeds the threshold; finite. */
  readonly above: number;
  /** The loss if it does not; finite. */
  readonly below: number;
}

/**
 * The threshold that loses least on given cases.
 *
 * argmin_c Σ_i (above_i if s_i > c, else below_i), over all c
 *
 * @param cases statistics s_i with the losses of both decisions; any number
 * @returns ∞, one of the statistics, or the least statistic less 1: of decisions that lose equally, that with the
 *   fewest cases above
 * @throws RangeError if a number is not finite
 * @source none: exact search over the decisions that a threshold can make on the cases
 * @example leastErrorThreshold([{ statistic: 1, above: 1, below: 0 }, { statistic: 2, above: 0, below: 1 }]) // => 1
 */
export function leastErrorThreshold(cases: readonly ThresholdCase[]): number {
  for (const { statistic, above, below } of cases) {
    if (![statistic, above, below].every(Number.isFinite)) {
      throw new RangeError(`a case must hold finite numbers, got ${statistic}, ${above}, ${below}`);
    }
  }
  const descending = cases.toSorted((a, b) => b.statistic - a.statistic);
  let best = Infinity;
  let least = 0;
  let excess = 0; // of the loss at a threshold below case i, over that at ∞
  descending.forEach(({ statistic, above, below }, i) => {
    excess += above - below;
    const next = descending[i + 1]?.statistic ?? statistic - 1;
    if (next < statistic && excess < least) [best, least] = [next, excess];
  });
  return best;
}
