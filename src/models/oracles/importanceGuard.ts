import type { OracleReport } from "./importanceOracle.js";

/** Whether an importance-sampling oracle may stand for the exact posterior on some series. */
export interface GuardReport {
  readonly passes: boolean;
  /** The median over the series of the effective sample size, for the mechanism where it is least. */
  readonly medianEss: number;
  /** The mean over the series of the total variation between replicates. */
  readonly meanTv: number;
}

const LEAST_ESS = 30;
const GREATEST_TV = 0.02;

/**
 * Admit an oracle only where it agrees with itself.
 *
 * min_i median_x ESS_i(x) ≥ 30 and mean_x TV(x) < .02
 *
 * @param reports ess, shape [K] each, and tv, on at least one series
 * @returns the verdict with both numbers; the median of an even number is the lower one of the middle two
 * @throws RangeError if there is no report or a number is not finite
 * @source Project definition of the mechanism-selection tasks (the guard of the Bayes oracle)
 * @example importanceGuard([{ ess: [40, 50], tv: 0.01 }]) // => { passes: true, medianEss: 40, meanTv: 0.01 }
 */
export function importanceGuard(reports: readonly Pick<OracleReport, "ess" | "tv">[]): GuardReport {
  if (reports.length === 0) throw new RangeError("reports must hold at least one report, got none");
  const bad = reports.flatMap(({ ess, tv }) => [...ess, tv]).find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`reports must hold finite numbers, got ${bad}`);
  const medians = reports[0].ess.map((_, mechanism) => {
    const sizes = reports.map(({ ess }) => ess[mechanism]).sort((a, b) => a - b);
    return sizes[Math.floor((sizes.length - 1) / 2)];
  });
  const medianEss = Math.min(...medians);
  const meanTv = reports.reduce((sum, { tv }) => sum + tv, 0) / reports.length;
  return { passes: medianEss >= LEAST_ESS && meanTv < GREATEST_TV, medianEss, meanTv };
}
