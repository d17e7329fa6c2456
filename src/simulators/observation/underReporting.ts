import { binomial } from "../../random/binomial.js";
import type { ObservationModel } from "./observationModel.js";
import { requireCounts, requireMeans } from "./requireCounts.js";

/** Constants of `underReporting`. */
export interface UnderReportingOptions {
  /** ρ, the probability that a case is reported, in [0, 1]. */
  readonly probability: number;
}

/**
 * Under-reporting: each case is reported independently with the same probability (binomial thinning).
 *
 * y_i ~ Binomial(c_i, ρ), E[y_i] = ρ c_i
 *
 * @param options the reporting probability
 * @returns the observation model
 * @throws RangeError if the probability lies outside [0, 1], and from the members if a count lies outside its domain
 * @example underReporting({ probability: 0.5 }).mean([4, 2]) // => Float64Array.of(2, 1)
 */
export function underReporting({ probability }: UnderReportingOptions): ObservationModel {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must lie in [0, 1], got ${probability}`);
  }
  return {
    id: `under-reporting(probability=${probability})`,
    sample: (stream, counts) => Float64Array.from(requireCounts(counts), (count) => binomial(stream, count, probability)),
    mean: (counts) => Float64Array.from(requireMeans(counts), (count) => probability * count),
  };
}
