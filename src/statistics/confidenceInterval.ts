import { EProcess, type NullHypothesis } from "./eProcess.js";

/** Width at which a bound is found; the bound returned is the outer end, so coverage is never lost. */
const TOLERANCE = 1e-8;

/** A closed interval within [0, 1]. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The confidence sequence of a bounded mean at this moment: all means that neither side's capital rejects.
 *
 * {m : C_n(against mean ≤ m) < 2/α and C_n(against mean ≥ m) < 2/α}. The capitals are monotone in m, so the set is
 * an interval; it contains the sample mean. Evaluated after every observation it covers the mean *at all times*
 * with probability ≥ 1 − α, so it may be read when a verdict stops.
 *
 * @param observations z_1 … z_n, each in [0, 1]; n ≥ 0
 * @param alpha the probability allowed to a miss, both sides together, in (0, 1)
 * @returns the interval, [0, 1] without data
 * @throws RangeError if α or an observation is outside its domain
 * @source Waudby-Smith & Ramdas 2024, section 4.3 (inverting a test martingale for every mean)
 * @example confidenceInterval([], 0.05).upper // => 1
 */
export function confidenceInterval(observations: ArrayLike<number>, alpha: number): Interval {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be in (0, 1), got ${alpha}`);
  let mean = 0;
  for (let i = 0; i < observations.length; i++) mean += (observations[i] - mean) / (i + 1);
  // A mean that is not a number comes from observations that the first capital rejects.
  mean = Math.min(1, Math.max(0, mean || 0));
  const logThreshold = Math.LN2 - Math.log(alpha);
  const excess = (against: NullHypothesis) => (m: number): number => {
    const process = new EProcess(against, m);
    process.observe(observations);
    return process.logCapital - logThreshold;
  };
  // A fixed-n Hoeffding interval is about as wide as this one can be: a bracket for the search.
  const width = 2 * Math.sqrt(logThreshold / (2 * Math.max(1, observations.length)));
  return {
    lower: outerRoot(excess("atMost"), mean, Math.max(0, mean - width), 0),
    upper: outerRoot(excess("atLeast"), mean, Math.min(1, mean + width), 1),
  };
}

/**
 * Where a monotone function turns from negative (inside) to non-negative, bracketed to TOLERANCE: the outer end of
 * the bracket, by the Illinois variant of false position.
 *
 * @source Dowell & Jarratt 1971, "A modified regula falsi method for computing the root of an equation"
 */
function outerRoot(f: (m: number) => number, inside: number, guess: number, end: number): number {
  let fInside = f(inside);
  let outside = guess;
  let fOutside = f(outside);
  if (fOutside < 0) {
    [inside, fInside] = [outside, fOutside];
    outside = end;
    fOutside = f(outside);
    if (fOutside < 0) return end;
  }
  let moved: "inside" | "outside" | undefined;
  while (Math.abs(outside - inside) > TOLERANCE) {
    let m = inside + ((outside - inside) * fInside) / (fInside - fOutside);
    if (!((m > inside && m < outside) || (m < inside && m > outside))) m = (inside + outside) / 2;
    const fm = f(m);
    if (fm < 0) {
      [inside, fInside] = [m, fm];
      if (moved === "inside") fOutside /= 2;
      moved = "inside";
    } else {
      [outside, fOutside] = [m, fm];
      if (moved === "outside") fInside /= 2;
      moved = "outside";
    }
  }
  return outside;
}
