import { EProcess, type NullHypothesis } from "./eProcess.js";

/** Width at which a bound is found; the bound returned is the outer end, so coverage is never lost. */
const TOLERANCE = 1e-9;

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
  for (let i = 0; i < observations.length; i++) mean += (observations[i]! - mean) / (i + 1);
  mean = Math.min(1, Math.max(0, mean));
  const logThreshold = Math.log(2 / alpha);
  const excess = (against: NullHypothesis) => (m: number): number => {
    const process = new EProcess(against, m);
    process.observe(observations);
    return process.logCapital - logThreshold;
  };
  return {
    lower: outerRoot(excess("atMost"), mean, 0),
    upper: outerRoot(excess("atLeast"), mean, 1),
  };
}

/**
 * Where a monotone function turns from negative (inside) to non-negative, bracketed to TOLERANCE: the outer end of
 * the bracket, by the Illinois variant of false position with a bisection step whenever it is slow.
 */
function outerRoot(f: (m: number) => number, inside: number, outside: number): number {
  let fOutside = f(outside);
  if (fOutside < 0) return outside;
  let fInside = f(inside);
  for (let step = 0; Math.abs(outside - inside) > TOLERANCE; step++) {
    const falsePosition = inside + ((outside - inside) * fInside) / (fInside - fOutside);
    const usable = step % 3 < 2 && Number.isFinite(falsePosition) && falsePosition !== inside && falsePosition !== outside;
    const m = usable ? falsePosition : (inside + outside) / 2;
    const fm = f(m);
    if (fm < 0) {
      inside = m;
      fInside = fm;
      fOutside /= 2;
    } else {
      outside = m;
      fOutside = fm;
      fInside /= 2;
    }
  }
  return outside;
}
