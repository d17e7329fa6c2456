import { confidenceInterval } from "../../statistics/confidenceInterval.js";
import { EProcess } from "../../statistics/eProcess.js";

/** Whether the new scores are worse than the old ones by more than a margin. */
export type Inferiority = "worse" | "not worse" | "undecided";

/** Scores of two models on the same cases. */
export interface PairedScores {
  readonly base: ArrayLike<number>;
  readonly current: ArrayLike<number>;
}

/** What is compared how. */
export interface NonInferiorityOptions {
  readonly direction: "lower" | "higher";
  /** [low, high] that the scores keep. */
  readonly range: readonly [number, number];
  /** The largest mean worsening that is let pass, in units of the score; above 0, below high − low. */
  readonly margin: number;
  /** Probability allowed to each wrong decision, in (0, 1/2). */
  readonly alpha: number;
}

/**
 * A test of non-inferiority on paired cases.
 *
 * w_i = ±(current_i − base_i), positive where the new score is worse; the two betting tests of E[w] against the margin m:
 * `worse` when the capital against "E[w] ≤ m" is at least 1/α, `not worse` when that against "E[w] ≥ m" is, read at the
 * end of the cases. Each wrong decision has probability ≤ α for given models, whatever their scores' law.
 *
 * @param scores base and current on the same cases, as many and at least one, each in the range
 * @param options direction and range of the metric, margin and α
 * @returns the decision
 * @throws RangeError if the scores differ in number, there is none, one is out of the range, or the margin or α is outside
 *   its domain
 * @source Waudby-Smith & Ramdas 2024, section 4 (the betting test); Wellek 2010, "Testing Statistical Hypotheses of
 *   Equivalence and Noninferiority" (the hypotheses)
 * @example inferiority({ base: [0, 1], current: [0, 1] }, { direction: "lower", range: [0, 1], margin: 0.005, alpha: 0.01 }) // => "undecided"
 */
export function inferiority(scores: PairedScores, options: NonInferiorityOptions): Inferiority {
  const { margin, alpha, range: [low, high] } = options;
  const width = high - low;
  if (!(margin > 0 && margin < width)) throw new RangeError(`the margin must be above 0 and below ${width}, the width of the metric's range, got ${margin}`);
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`alpha must be in (0, 1/2), got ${alpha}`);
  const z = scaledWorsening(scores, options);
  const reached = (against: "atMost" | "atLeast"): boolean => {
    const capital = new EProcess(against, (margin / width + 1) / 2);
    capital.observe(z);
    return capital.logCapital >= -Math.log(alpha);
  };
  if (reached("atMost")) return "worse";
  return reached("atLeast") ? "not worse" : "undecided";
}

/**
 * The mean worsening with its interval, which agrees with the decision of `inferiority`.
 *
 * The lower end is above the margin where that says `worse`, the upper end below it where that says `not worse`, to 1e-8 of
 * the range.
 *
 * @param scores base and current on the same cases
 * @param options as for `inferiority`
 * @returns the mean of w and the ends of the interval at level 2α, α on each side, in units of the score
 * @throws RangeError as `inferiority` does
 * @source Waudby-Smith & Ramdas 2024, section 4.3 (inverting the tests for every mean)
 */
export function worsening(scores: PairedScores, options: NonInferiorityOptions): { readonly mean: number; readonly lower: number; readonly upper: number } {
  const { alpha, range: [low, high] } = options;
  const z = scaledWorsening(scores, options);
  const unscale = (value: number): number => (2 * value - 1) * (high - low);
  const { lower, upper } = confidenceInterval(z, 2 * alpha);
  return { mean: unscale(z.reduce((sum, value) => sum + value, 0) / z.length), lower: unscale(lower), upper: unscale(upper) };
}

/** (w/(high − low) + 1)/2 in [0, 1]. */
function scaledWorsening({ base, current }: PairedScores, { direction, range: [low, high] }: NonInferiorityOptions): Float64Array {
  if (base.length !== current.length || base.length === 0) {
    throw new RangeError(`paired scores must be as many, and at least one, got ${base.length} and ${current.length}`);
  }
  const sign = direction === "lower" ? 1 : -1;
  return Float64Array.from({ length: base.length }, (_, i) => {
    for (const score of [base[i], current[i]]) {
      if (!(score >= low && score <= high)) throw new RangeError(`a score of case ${i} is ${score}, not in [${low}, ${high}]`);
    }
    return (sign * (current[i] - base[i])) / (2 * (high - low)) + 0.5;
  });
}
