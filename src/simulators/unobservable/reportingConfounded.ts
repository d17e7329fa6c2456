import { normal } from "../../random/normal.js";
import type { BayesTarget } from "../conjugate/bayesTarget.js";
import type { ConjugateWorld } from "../conjugate/conjugateWorld.js";
import { requireFinite } from "../conjugate/requireFinite.js";

const COUNTS = 10;
const NOISE = 0.3;
const INCIDENCE_SD = 1;
const REPORTING_SD = 0.5;

/** The population behind the reports; both means are finite. */
export interface ReportingConfoundedOptions {
  /** Mean of a; default 5. */
  readonly logIncidence?: number;
  /** Mean of b; default −1.5. */
  readonly logReporting?: number;
}

/** The two causes of a report, of which only the sum shows. */
export interface Reporting {
  /** a, the log of the incidence. */
  readonly logIncidence: number;
  /** b, the log of the share that is reported. */
  readonly logReporting: number;
}

/** Reports whose mean is incidence times reporting, with the exact predictor of the incidence. */
export type ReportingConfounded = ConjugateWorld<Reporting, readonly number[]> & BayesTarget<Reporting, readonly number[]>;

/**
 * World (D1): ten log reports x_i = a + b + .3 ε_i; the incidence a ~ N(5, 1) is never seen apart from the reporting
 * b ~ N(−1.5, .5²).
 *
 * With s = mean(x) | a ~ N(a + E b, v), v = .5² + .3²/10: E[a | x] = E a + (s − E a − E b)/(1 + v); Var(a | x) = v/(1 + v),
 * which does not vanish however many reports there are
 *
 * @param options the means of a and b
 * @returns the simulator with its oracle for the target a; the 10 log reports are the features
 * @throws RangeError if a mean is not finite, and from the members if x is not 10 finite numbers or θ not finite
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (targets that are never observed); Robert 2007, "The Bayesian
 *   Choice", 2nd edition (normal conjugate prior)
 * @example reportingConfounded().bayesRisk // => 0.259 / 1.259
 */
export function reportingConfounded(options: ReportingConfoundedOptions = {}): ReportingConfounded {
  const { logIncidence: incidence = 5, logReporting: reporting = -1.5 } = options;
  requireFinite("means", [incidence, reporting], 2);
  const unexplained = REPORTING_SD ** 2 + NOISE ** 2 / COUNTS;
  const precision = 1 / INCIDENCE_SD ** 2 + 1 / unexplained;
  const requireTheta = ({ logIncidence, logReporting }: Reporting): readonly number[] =>
    requireFinite("theta", [logIncidence, logReporting], 2);
  const logNormal = (x: number, mean: number, sd: number): number =>
    -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));

  return {
    id: `reporting-confounded(incidence=${incidence}, reporting=${reporting})`,
    prior: {
      sample(key) {
        const stream = key.stream();
        return { logIncidence: normal(stream, incidence, INCIDENCE_SD), logReporting: normal(stream, reporting, REPORTING_SD) };
      },
      logProb(theta) {
        const [a, b] = requireTheta(theta);
        return logNormal(a, incidence, INCIDENCE_SD) + logNormal(b, reporting, REPORTING_SD);
      },
    },
    simulate(key, theta) {
      const [a, b] = requireTheta(theta);
      const stream = key.stream();
      return Array.from({ length: COUNTS }, () => normal(stream, a + b, NOISE));
    },
    featureCount: COUNTS,
    features: (x) => requireFinite("x", x, COUNTS),
    target: ({ logIncidence }) => logIncidence,
    bayesPredictor(x) {
      const s = requireFinite("x", x, COUNTS).reduce((sum, value) => sum + value, 0) / COUNTS;
      return (incidence / INCIDENCE_SD ** 2 + (s - reporting) / unexplained) / precision;
    },
    bayesRisk: 1 / precision,
  };
}
