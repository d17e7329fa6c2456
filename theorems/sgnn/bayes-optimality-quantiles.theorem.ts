import { atMost, betaBinomial, type Context, type OneSidedClaim, pinball, type Simulator, theorem } from "simverdict";
import { type NetBudget, predictDrawn, type Predictor, testBatches, trainNets } from "./predictors.js";

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const claimName = (level: number): string => `quantile-${level}`;
const world = betaBinomial();

/** Where the quantiles under test come from; they are judged in the true world. */
interface Quantiles {
  readonly training: Simulator<number, number>;
  /** A rule in place of a trained net: τ-quantiles of θ given x. */
  readonly rule?: (x: number) => readonly number[];
}

const posteriorMoments = (x: number): { mean: number; sd: number } => {
  const { a, b } = world.posterior(x);
  return { mean: a / (a + b), sd: Math.sqrt((a * b) / (a + b + 1)) / (a + b) };
};

/** Standard normal quantiles of the levels. */
const NORMAL_QUANTILES = [-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722] as const;

const claims: Record<string, OneSidedClaim> = Object.fromEntries(
  LEVELS.map((level) => [
    claimName(level),
    atMost(0.02, {
      of: `|F(q_τ(x) | x) − τ|, τ = ${level}, F the exact posterior distribution function`,
      range: [0, 1],
      because: "a quantile is right to .02 in probability, less than what a Gaussian approximation costs the median",
    }),
  ]),
);

const hypothesis: Quantiles = { training: world };

theorem("sgnn/bayes-optimality-quantiles", {
  title: "Pinball loss on simulated pairs gives posterior quantiles",
  statement: "E |F(q_τ(x) | x) − τ| ≤ .02 for τ = .05, .25, .5, .75, .95, with F the posterior distribution function",
  source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "consistency with the Bayes predictor, pinball loss" },
  assumptions: ["training and test pairs come from one simulator", "the net can represent the posterior quantiles"],
  claims,
  budget: {
    smoke: { samples: 50_000, simulations: 10_000, steps: 1_500, nets: 1 },
    standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 3 },
  },
  world: hypothesis,
  falsifiers: {
    "posterior mean": {
      breaks: "the predictor: the posterior mean for every quantile",
      world: { rule: (x) => LEVELS.map(() => posteriorMoments(x).mean) },
      mustRefute: [claimName(0.5)],
    },
    "Gaussian approximation": {
      breaks: "the predictor: quantiles of the normal law with the posterior's mean and variance",
      world: { rule: (x) => NORMAL_QUANTILES.map((z) => posteriorMoments(x).mean + z * posteriorMoments(x).sd) },
      mustRefute: [claimName(0.5)],
    },
    "uniform prior": {
      breaks: "the training prior: Beta(1, 1)",
      world: { training: betaBinomial({ a: 1, b: 1 }) },
      mustRefute: [claimName(LEVELS[0]), ...LEVELS.slice(1).map(claimName)],
    },
  },
  async prepare({ training, rule }, { key, budget }: Context<Quantiles, NetBudget>) {
    const predictRule: Predictor<number> | undefined = rule && ((xs) => xs.map((x) => [...rule(x)]));
    if (predictRule) return Array.from({ length: budget.nets }, () => predictRule);
    const problem = { simulator: training, features: world.features, target: (theta: number) => theta, loss: pinball(LEVELS) };
    return trainNets(problem, budget, key);
  },
  *evidence(nets, { key, budget }) {
    for (const draws of testBatches(world, budget.nets, key)) {
      const rows = predictDrawn(nets, draws);
      const missed = (level: number, k: number): number[] =>
        rows.map((row, i) => Math.abs(world.posteriorCdf(draws.xs[i], Math.min(1, Math.max(0, row[k]))) - level));
      yield Object.fromEntries(LEVELS.map((level, k) => [claimName(level), missed(level, k)]));
    }
  },
});
