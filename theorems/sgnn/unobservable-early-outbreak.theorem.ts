import {
  atMost,
  type Context,
  earlyOutbreak,
  exponentialGrowthR0,
  type Key,
  linearRegression,
  logUniform,
  maximumLikelihoodTarget,
  type Mechanism,
  mechanismLikelihoods,
  type MeanClaim,
  type PointEstimator,
  priorMean,
  type Simulator,
  squaredError,
  theorem,
} from "simverdict";
import { type NetBudget, predictDrawn, type Predictor, shuffled, testBatches, trainNets } from "./predictors.js";

type Series = readonly number[];

/** What the net under test is trained on; it is judged in the true world. */
interface Predicting {
  readonly training: Simulator<Mechanism, Series>;
}

interface Prepared {
  readonly nets: readonly Predictor<Series>[];
  readonly baselines: Baselines;
}

const world = earlyOutbreak();
const { target, targetRange, features } = world;
const [least, greatest] = targetRange;
/** The largest squared error of a guess within the target's range. */
const BOUND = (greatest - least) ** 2;

/** They place the prior mean to a hundredth, which costs its squared error less than a thousandth. */
const PRIOR_DRAWS = 2_000;

/** Means of the latent and the infectious time under their log-uniform priors, (b − a)/log(b/a). */
const [latentDays, infectiousDays] = ["L", "D"].map((name) => {
  const { lower, upper } = world.skeletons[0].parameters.find((parameter) => parameter.name === name)!;
  return (upper - lower) / Math.log(upper / lower);
});

type Baselines = Readonly<Record<string, PointEstimator<Series>>>;
/** Baselines that were fitted in this process, by key and size: the worlds of the theorem share them. */
const fitted = new Map<string, Baselines>();

function fitBaselines(simulations: number, key: Key): Baselines {
  const problem = { simulator: world, features, target };
  const name = [key, simulations].join();
  const baselines = fitted.get(name) ?? {
    "exponential-growth": exponentialGrowthR0({ latentDays, infectiousDays, range: targetRange }),
    "maximum-likelihood": maximumLikelihoodTarget(mechanismLikelihoods(world, { support: "prior" }), target),
    "prior-mean": priorMean(problem, { simulations: PRIOR_DRAWS, key }),
    "linear-regression": linearRegression(problem, { simulations, key }),
  };
  fitted.set(name, baselines);
  return baselines;
}

/** Outbreaks with twice the R₀, which hardly ever fail to be accepted. */
const vehement: Simulator<Mechanism, Series> = {
  ...world,
  id: `doubled R0(${world.id})`,
  prior: {
    sample(key) {
      const stream = key.stream();
      const parameters = world.skeletons[0].parameters.map(({ lower, upper }, j) => (j === 0 ? 2 : 1) * logUniform(stream, lower, upper));
      return { mechanism: 0, parameters };
    },
  },
};

const beats = (baseline: string): MeanClaim =>
  atMost(0, {
    of: `ℓ(f_n(x)) − ℓ(b(x)), b = ${baseline}, ℓ(a) = min(B, (a − R₀)²), B = ${BOUND}`,
    range: [-BOUND, BOUND],
    because: "no rule that reads x errs less than E[R₀ | x], to which f_n tends; the baseline is another rule",
  });
const hypothesis: Predicting = { training: world };

theorem("sgnn/unobservable-early-outbreak", {
  title: "A net reads R₀ from the first month of an outbreak better than growth rate, likelihood and regression do",
  statement: "E ℓ(f_n(x)) ≤ E ℓ(b(x)), ℓ(a) = min(B, (a − R₀)²), for every baseline b; R₀ is never observed, and no exact Bayes predictor is known",
  source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "unobservable targets; R₀ from early outbreak data" },
  assumptions: [
    "training and test pairs come from one simulator",
    "the net can represent the posterior mean",
    "baselines know what they may: mean durations, the prior's box, the likelihood of the deterministic skeleton, the simulations of the net",
  ],
  claims: {
    "beats-exponential-growth": beats("R₀ from the growth rate with the mean generation time, confined to the range of R₀"),
    "beats-maximum-likelihood": beats("R₀ at the maximum of the skeleton's likelihood in the prior's box"),
    "beats-prior-mean": beats("the prior mean"),
    "beats-linear-regression": beats("linear regression of R₀ on log(1 + x), as many simulations"),
  },
  // Few passes over the pairs: the labels are so noisy that longer training would learn the noise.
  budget: {
    smoke: { samples: 50_000, simulations: 10_000, steps: 600, nets: 1 },
    standard: { samples: 200_000, simulations: 30_000, steps: 1_500, nets: 3 },
  },
  world: hypothesis,
  falsifiers: {
    "wrong prior": {
      breaks: "the training prior: R₀ ∈ [3, 6]",
      world: { training: vehement },
      mustRefute: ["beats-exponential-growth", "beats-maximum-likelihood", "beats-prior-mean", "beats-linear-regression"],
    },
    "shuffled labels": { breaks: "the pairing of data and R₀", world: { training: shuffled(world) }, mustRefute: ["beats-linear-regression"] },
  },
  async prepare({ training }, { key, budget }: Context<Predicting, NetBudget>): Promise<Prepared> {
    const nets = await trainNets({ simulator: training, features, target, loss: squaredError }, budget, key);
    return { nets, baselines: fitBaselines(budget.simulations, key.fold("baselines")) };
  },
  *evidence({ nets, baselines }, { key, budget, claims }) {
    const loss = (guess: number, theta: Mechanism): number => Math.min(BOUND, (guess - target(theta)) ** 2);
    for (const draws of testBatches(world, budget.nets, key)) {
      const ofNet = predictDrawn(nets, draws).map(([f], i) => loss(f, draws.thetas[i]));
      yield Object.fromEntries(
        Object.entries(baselines)
          .filter(([name]) => claims.has(`beats-${name}`))
          .map(([name, { estimate }]) => [`beats-${name}`, draws.xs.map((x, i) => ofNet[i] - loss(estimate(x), draws.thetas[i]))]),
      );
    }
  },
});
