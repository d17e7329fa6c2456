import { type BayesTarget, type ConjugateWorld, earlyGrowth, type EarlyGrowth, type EarlyGrowthParameters, type Reporting, reportingConfounded, type Simulator } from "simverdict";

/** Ten observations. */
export type Series = readonly number[];

/** A world with the exact predictor of a target that is never observed, and another one with (nearly) the same law of x. */
export interface Confusable<Theta, Own = ConjugateWorld<Theta, Series> & BayesTarget<Theta, Series>> {
  readonly own: Own;
  readonly other: Simulator<Theta, Series>;
  /** In what the other world differs. */
  readonly difference: string;
  /** The rule halfway between the predictors of both worlds. */
  readonly midpoint: (x: Series) => number;
}

const [reporting, underreporting] = [reportingConfounded(), reportingConfounded({ logIncidence: 4, logReporting: -0.5 })];

/** Two populations with exactly the same law of reports. */
export const populations: Confusable<Reporting> = {
  own: reporting,
  other: underreporting,
  difference: "an incidence e times lower, reported e times more often",
  midpoint: (x) => (reporting.bayesPredictor(x) + underreporting.bayesPredictor(x)) / 2,
};

const growth = earlyGrowth();
const PRIOR_MEAN = Math.log(1000);

/** Early growth in which fast growers reach low capacities, or high ones. */
export const growths: Confusable<EarlyGrowthParameters, EarlyGrowth> = {
  own: growth,
  other: {
    ...growth,
    id: `mirrored(${growth.id})`,
    prior: {
      sample(key) {
        const { logRate, logCapacity } = growth.prior.sample(key);
        return { logRate, logCapacity: 2 * PRIOR_MEAN - logCapacity };
      },
    },
  },
  difference: "log K mirrored about its mean, so correlated +.8 with log r",
  midpoint: () => PRIOR_MEAN,
};
