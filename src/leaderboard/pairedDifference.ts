import { confidenceInterval, type Interval } from "../statistics/confidenceInterval.js";

/**
 * The mean difference of two bounded scores on the same cases, with its confidence interval.
 *
 * E[a − b], from d_i = a_i − b_i in [low − high, high − low]
 *
 * @param a scores of one model, shape [n] with n ≥ 1, in the range
 * @param b scores of the other on the same cases, shape [n]
 * @param range [low, high] that the scores keep
 * @param alpha the probability allowed to a miss, in (0, 1)
 * @returns the mean difference and the interval, in units of the score
 * @throws RangeError if the lengths differ, there is no case, or a score is out of the range
 * @source Waudby-Smith & Ramdas 2024, section 4 (the interval)
 */
export function pairedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  range: readonly [number, number],
  alpha: number,
): Interval & { readonly difference: number } {
  if (a.length !== b.length || a.length === 0) {
    throw new RangeError(`paired scores must be as many, and at least one, got ${a.length} and ${b.length}`);
  }
  const [low, high] = range;
  for (const scores of [a, b]) {
    const bad = Array.from(scores).findIndex((score) => !(score >= low && score <= high));
    if (bad >= 0) throw new RangeError(`score ${bad} is ${scores[bad]}, not in [${low}, ${high}]`);
  }
  const width = high - low;
  const scaled = Float64Array.from(a, (value, i) => (value - b[i] + width) / (2 * width));
  const unscale = (z: number): number => (2 * z - 1) * width;
  const { lower, upper } = confidenceInterval(scaled, alpha);
  const mean = scaled.reduce((sum, z) => sum + z, 0) / scaled.length;
  return { difference: unscale(mean), lower: unscale(lower), upper: unscale(upper) };
}
