import {
  earlyGrowth,
  gaussianErrors,
  leaderboard,
  maximumLikelihoodTarget,
  mechanismLikelihoods,
  reportingConfounded,
  saturatedAbsoluteError,
  saturatedExcess,
  saturatedSquaredError,
  type Skeleton,
  unobservableTarget,
} from "simverdict";
import { estimating, GATE, learnedEntries, type Series } from "./unobservable-entries.js";

const SIZES = {
  smoke: { simulations: 10_000, steps: 1_500 },
  standard: { simulations: 60_000, steps: 6_000 },
  full: { simulations: 300_000, steps: 30_000 },
};
const CASES = { smoke: 4_000, standard: 40_000 };
/** Errors of two and more are alike: a factor above 7 in incidence or capacity. */
const METRICS = [saturatedSquaredError(4), saturatedAbsoluteError(2), saturatedExcess(4)] as const;
const clock = (): number => performance.now();
const mean = (x: Series): number => x.reduce((sum, value) => sum + value, 0) / x.length;

const reports = reportingConfounded();
leaderboard({
  task: unobservableTarget({ name: "reporting-confounded", title: "The incidence behind ten reports of which an unknown share is made", world: reports }),
  metrics: METRICS,
  entries: [
    ...learnedEntries({ simulator: reports, features: reports.features, target: reports.target }, SIZES),
    estimating("maximum likelihood", "every case taken as reported: one of the maxima, which form a line", () => mean),
    estimating("minimum-norm split", "incidence and reporting with equal shares", () => (x) => mean(x) / 2),
    estimating("Bayes predictor (exact)", "the world's own posterior mean", () => reports.bayesPredictor),
  ],
  cases: CASES,
  clock,
});

const growth = earlyGrowth();
/** r and K wherever a likelihood may have its maximum: it often has none at a finite K. */
const logistic: Skeleton = {
  id: "logistic",
  parameters: [
    { name: "r", lower: 0.01, upper: 10 },
    { name: "K", lower: Math.exp(2), upper: Math.exp(25) },
  ],
  length: 10,
  path: (theta, out) => out.set(growth.path({ logRate: Math.log(theta[0]), logCapacity: Math.log(theta[1]) })),
};
leaderboard({
  task: unobservableTarget({ name: "early-growth", title: "The capacity of a population that has only begun to grow", world: growth }),
  metrics: METRICS,
  entries: [
    ...learnedEntries({ simulator: growth, features: growth.features, target: growth.target }, SIZES),
    estimating("maximum likelihood", "r and log K, log K within 2 to 25", () => {
      const likelihoods = mechanismLikelihoods({ id: growth.id, skeletons: [logistic], errors: gaussianErrors({ scale: 0.1 }) }, { support: "prior" });
      return maximumLikelihoodTarget(likelihoods, ({ parameters }) => Math.log(parameters[1])).estimate;
    }, GATE.fits),
    estimating("maximum observed", "the largest log size so far", () => (x) => Math.max(...x)),
    estimating("Bayes predictor (exact)", "the world's own posterior mean, by quadrature", () => growth.bayesPredictor, GATE.quadrature),
  ],
  cases: CASES,
  clock,
});
