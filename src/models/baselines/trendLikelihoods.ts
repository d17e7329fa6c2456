import type { LinearTrend } from "../../simulators/conjugate/linearTrend.js";
import { requireFinite } from "../../simulators/conjugate/requireFinite.js";
import type { MaximumLikelihoods } from "./maximumLikelihoods.js";
import { polynomialFits } from "./polynomialFits.js";

/** An estimated σ below this part of the largest |x| is rounding error. */
const PRECISION = 1e-13;

/**
 * Maximum likelihoods of the mechanisms of `linearTrend`: polynomials of degree 0, 1 (and 2) with Gaussian noise.
 *
 * ℓ_i = −(n/2) log(2πσ²) − RSS_i/(2σ²), k_i = i + 1; with σ estimated, σ² = RSS_i/n and k_i = i + 2
 *
 * @param world the mechanisms and their times
 * @param sigma standard deviation of the noise on log counts, finite and > 0; or "estimated": fitted with every trend
 * @returns the maximum likelihoods of series of log counts, shape [n]
 * @throws RangeError if sigma is outside its domain; `maximise` throws one if x is not n finite numbers, and, with σ
 *   estimated, if a trend fits x to within rounding, so that the likelihood has no maximum
 * @source Burnham & Anderson 2002, "Model Selection and Multimodel Inference", 2nd edition, section 2.2 (least
 *   squares with normal errors, σ² counted among the parameters)
 * @example trendLikelihoods(linearTrend({ sigma: 1 }), "estimated").parameters // => [2, 3]
 */
export function trendLikelihoods(
  world: Pick<LinearTrend, "mechanisms" | "times">,
  sigma: number | "estimated",
): MaximumLikelihoods<readonly number[]> {
  const isKnown = sigma !== "estimated";
  if (isKnown && !(sigma > 0 && sigma < Infinity)) {
    throw new RangeError(`sigma must be finite and > 0, or "estimated", got ${sigma}`);
  }
  const { mechanisms, times } = world;
  const n = times.length;
  const centre = times.reduce((sum, t) => sum + t, 0) / n;
  const fits = polynomialFits(times, mechanisms.length - 1, centre);
  return {
    id: `trend(classes=${mechanisms.length}, sigma=${sigma})`,
    observations: n,
    parameters: mechanisms.map((_, i) => i + (isKnown ? 1 : 2)),
    maximise(x) {
      const floor = PRECISION * requireFinite("x", x, n).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      return fits(x).map(({ residualSumOfSquares: rss }, i) => {
        const s = isKnown ? sigma : Math.sqrt(rss / n);
        if (!isKnown && !(s > floor)) throw new RangeError(`x is exactly ${mechanisms[i]}: sigma cannot be estimated`);
        return -0.5 * (n * (Math.log(2 * Math.PI) + 2 * Math.log(s)) + rss / s ** 2);
      });
    },
  };
}
