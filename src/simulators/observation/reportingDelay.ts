import { binomial } from "../../random/binomial.js";
import type { ObservationModel } from "./observationModel.js";
import { requireCounts, requireMeans } from "./requireCounts.js";

/** Constants of `reportingDelay`. */
export interface ReportingDelayOptions {
  /** P(delay = d intervals), d = 0, 1, …; non-negative, with sum 1 within 1e-9. */
  readonly pmf: readonly number[];
}

/**
 * Reporting delay: each case is reported a random number of intervals later, or not at all within the series.
 *
 * y_j = Σ_d n_(j−d, d), (n_(i, 0), n_(i, 1), …) ~ Multinomial(c_i, pmf); E[y_j] = Σ_d pmf_d c_(j−d)
 *
 * @param options the law of the delay
 * @returns the observation model; reports after the end of the series are lost
 * @throws RangeError if pmf is no law, and from the members if a count lies outside its domain
 * @example reportingDelay({ pmf: [0.5, 0.25, 0.25] }).mean([8, 0, 0, 4]) // => Float64Array.of(4, 2, 2, 2)
 */
export function reportingDelay({ pmf }: ReportingDelayOptions): ObservationModel {
  const total = pmf.reduce((sum, p) => sum + p, 0);
  if (!pmf.every((p) => p >= 0) || !(Math.abs(total - 1) <= 1e-9)) {
    throw new RangeError(`pmf must be non-negative with sum 1, got [${pmf.join(", ")}]`);
  }
  /** P(delay = d | delay ≥ d). */
  const stops = pmf.map((p, d) => Math.min(1, p / (pmf.slice(d).reduce((sum, other) => sum + other, 0) || 1)));
  return {
    id: `reporting-delay(pmf=${pmf.join("/")})`,
    sample(stream, counts) {
      const reports = new Float64Array(requireCounts(counts).length);
      for (let i = 0; i < reports.length; i++) {
        let left = counts[i];
        for (let d = 0; d < pmf.length && i + d < reports.length && left > 0; d++) {
          const now = binomial(stream, left, stops[d]);
          reports[i + d] += now;
          left -= now;
        }
      }
      return reports;
    },
    mean(counts) {
      const reports = new Float64Array(requireMeans(counts).length);
      for (let j = 0; j < reports.length; j++) {
        for (let d = 0; d < pmf.length && d <= j; d++) reports[j] += pmf[d] * counts[j - d];
      }
      return reports;
    },
  };
}
