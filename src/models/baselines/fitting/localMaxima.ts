import type { ErrorLaw } from "../../../simulators/mechanisms/errorLaw.js";
import type { Skeleton } from "../../../simulators/mechanisms/skeleton.js";
import type { LogBox } from "./logBox.js";
import { type PathFit, scoringFit } from "./scoringFit.js";
import { spreadPoints } from "./spreadPoints.js";

/**
 * The local maxima of the likelihood of one mechanism that are reached from several starts.
 *
 * The starts are `spreadPoints` of the box, then those of the caller; a start that is about to end in a maximum found
 * before is given up.
 *
 * @param skeleton the mechanism, p parameters
 * @param errors the error law of x
 * @param box where log θ may lie, shape [p] each
 * @param starts how many points of the box to start from, an integer ≥ 1
 * @returns a function of x and of extra starts log θ (outside the box: its nearest point) giving the maxima, best first
 * @throws RangeError if starts is outside its domain; the function throws one if the likelihood is finite at no start
 * @source Nocedal & Wright 2006, "Numerical Optimization", section 2.2 (many starts against local maxima)
 */
export function localMaxima(
  skeleton: Skeleton,
  errors: ErrorLaw,
  box: LogBox,
  starts: number,
): (x: readonly number[], extraStarts?: readonly (readonly number[])[]) => [PathFit, ...PathFit[]] {
  if (!Number.isInteger(starts) || starts < 1) throw new RangeError(`starts must be an integer ≥ 1, got ${starts}`);
  const { lower, upper } = box;
  const points = spreadPoints(starts, lower.length).map((point) => point.map((z, j) => lower[j] + z * (upper[j] - lower[j])));
  const fit = scoringFit(skeleton, errors, box);
  return (x, extraStarts = []) => {
    const found: PathFit[] = [];
    for (const start of [...points, ...extraStarts]) {
      const maximum = fit(x, start, found);
      if (maximum) found.push(maximum);
    }
    const [best, ...others] = found.sort((a, b) => b.logLikelihood - a.logLikelihood);
    if (best === undefined) throw new RangeError(`the likelihood of ${skeleton.id} is finite at none of its starts`);
    return [best, ...others];
  };
}
