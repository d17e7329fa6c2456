import type { Metric } from "../metric.js";
import type { DynamicsPrediction, DynamicsTruth } from "./dynamicsPrediction.js";

/**
 * The log-likelihood of a transition, held in a range.
 *
 * min(b, max(a, ℓ)); n/a for simulators without a density
 *
 * @param unit what ℓ is measured per, for example `body`
 * @param range a < b, in nats per unit, finite
 * @returns the metric `log-likelihood`, in [a, b]
 * @throws RangeError if the range is not such a pair
 * @source Kingma & Welling 2013, arXiv 1312.6114, equation 3, where ℓ is an evidence lower bound
 * @example boundedLogLikelihood("body", [0, 30]).evaluate({ logLikelihood: -4, ensemble: [] }, { ensemble: [], observed: [] }) // => 0
 */
export function boundedLogLikelihood(unit: string, range: readonly [number, number]): Metric<DynamicsPrediction, DynamicsTruth> {
  const [low, high] = range;
  if (!(low < high && Number.isFinite(high - low))) throw new RangeError(`range must be two finite numbers in order, got [${low}, ${high}]`);
  return {
    id: "log-likelihood",
    title: `log-likelihood of a transition or a lower bound of it, in nats per ${unit}, held in [${low}, ${high}]`,
    direction: "higher",
    range: [low, high],
    evaluate: ({ logLikelihood }) => (logLikelihood === null ? null : Math.min(high, Math.max(low, logLikelihood))),
  };
}
