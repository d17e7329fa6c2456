import {
  earlyOutbreak,
  exponentialGrowthR0,
  importanceGuard,
  importanceOracle,
  type Key,
  leaderboard,
  maximumLikelihoodTarget,
  mechanismLikelihoods,
  posteriorMeanTarget,
  saturatedAbsoluteError,
  saturatedSquaredError,
  unobservableTarget,
} from "simverdict";
import { estimating, GATE, learnedEntries, type Series } from "./unobservable-entries.js";

/** Few passes over the simulations: the labels are so noisy that longer training would learn the noise. */
const SIZES = {
  smoke: { simulations: 10_000, steps: 600 },
  standard: { simulations: 60_000, steps: 3_000 },
  full: { simulations: 300_000, steps: 15_000 },
};
/** Series on which the reference is examined before it may compete. */
const GUARDED = 100;

const world = earlyOutbreak();
const { target, targetRange, features, skeletons } = world;
const width = targetRange[1] - targetRange[0];

/** The mean of a log-uniform parameter, (b − a)/log(b/a). */
function meanOf(name: string): number {
  const { lower, upper } = skeletons[0].parameters.find((parameter) => parameter.name === name)!;
  return (upper - lower) / Math.log(upper / lower);
}

/** The posterior mean under the skeleton's likelihood; refused if the guard of the oracle does not pass on fresh series. */
function reference(key: Key): (x: Series) => number {
  const oracle = importanceOracle(world, { draws: 500, key: key.fold("oracle") });
  const series = Array.from({ length: GUARDED }, (_, i) => world.simulate(key.fold(i).fold("x"), world.prior.sample(key.fold(i).fold("theta"))));
  const { passes, medianEss, meanTv } = importanceGuard(series.map(oracle.evaluate));
  if (!passes) throw new Error(`the oracle's guard fails: median ESS ${medianEss.toFixed(1)}, TV of replicates ${meanTv.toFixed(3)}`);
  return posteriorMeanTarget(oracle, target).estimate;
}

leaderboard({
  task: unobservableTarget({ name: "early-outbreak", title: "R0 from the reports of an outbreak's first 30 days", world }),
  metrics: [saturatedSquaredError(width ** 2), saturatedAbsoluteError(width)],
  entries: [
    ...learnedEntries({ simulator: world, features, target }, SIZES),
    estimating("growth rate", "Wallinga & Lipsitch 2007; mean latent and infectious times known, within the range of R0", () =>
      exponentialGrowthR0({ latentDays: meanOf("L"), infectiousDays: meanOf("D"), range: targetRange }).estimate,
    ),
    estimating(
      "maximum likelihood, box",
      "deterministic skeleton, within the prior's support",
      () => maximumLikelihoodTarget(mechanismLikelihoods(world, { support: "prior" }), target).estimate,
      GATE.fits,
    ),
    estimating(
      "maximum likelihood, wide",
      "deterministic skeleton, within three times the prior's support",
      () => maximumLikelihoodTarget(mechanismLikelihoods(world, { support: { widenedBy: 3 } }), target).estimate,
      GATE.fits,
    ),
    estimating(
      "posterior mean, skeleton (approximate)",
      "importance sampling with the likelihood of the deterministic skeleton, not that of the data; in only where its median effective sample size on 100 series is ≥ 30",
      reference,
      GATE.fits,
    ),
  ],
  cases: { smoke: 1_000, standard: 10_000 },
  clock: () => performance.now(),
});
