import {
  absoluteError,
  atMost,
  type BayesTarget,
  type ConjugateWorld,
  type Context,
  discreteWorld,
  type Falsifier,
  finiteWorld,
  gammaPoisson,
  gaussianLinear,
  type Loss,
  type Simulator,
  squaredError,
  theorem,
  type Tiered,
} from "simverdict";
import { type NetBudget, predictDrawn, type Predictor, shuffled, testBatches, trainNets } from "./predictors.js";

/** How the predictors under test come about; a falsifier breaks one of these. They are judged in the true world. */
interface Predicting<Theta, X> {
  readonly training: Simulator<Theta, X>;
  readonly loss: Loss;
  /** A rule in place of a trained net. */
  readonly rule?: (x: X) => number;
}

/** A world with its target, and what is wrong with it in each falsifier. */
interface Setting<Theta, X> {
  readonly title: string;
  readonly world: ConjugateWorld<Theta, X>;
  readonly target: BayesTarget<Theta, X>;
  readonly margin: Tiered<number>;
  readonly because: string;
  readonly broken: Readonly<Record<string, { readonly breaks: string; readonly world: Partial<Predicting<Theta, X>> }>>;
}

function squaredLossTheorem<Theta, X>(name: string, { title, world, target, margin, because, broken }: Setting<Theta, X>): void {
  const saturated = (f: number, x: X): number => Math.min(1, (f - target.bayesPredictor(x)) ** 2 / target.bayesRisk);
  const falsifiers: Record<string, Falsifier<Predicting<Theta, X>>> = {};
  const worlds = { ...broken, "shuffled labels": { breaks: "the pairing of data and parameters", world: { training: shuffled(world) } } };
  for (const [id, falsifier] of Object.entries(worlds)) falsifiers[id] = { ...falsifier, mustRefute: ["excess"] };

  const hypothesis: Predicting<Theta, X> = { training: world, loss: squaredError };
  theorem(`sgnn/bayes-optimality/${name}`, {
    title: `Squared loss on simulated pairs gives the posterior mean: ${title}`,
    statement: "E (f_n(x) − E[T(θ) | x])² is a vanishing share of the Bayes risk R*, for nets f_n trained on n simulations",
    source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "consistency with the Bayes predictor" },
    assumptions: ["training and test pairs come from one simulator", "the net can represent the posterior mean"],
    claims: {
      excess: atMost(margin, { of: "min(1, (f_n(x) − f*(x))² / R*)", range: [0, 1], because }),
      shrinks: atMost(0, {
        of: "Z(n) − ½ Z(n/10), Z = min(1, (f(x) − f*(x))² / R*)",
        range: [-0.5, 1],
        because: "an error that vanishes at rate 1/n is at least halved by ten times the data",
      }),
    },
    budget: {
      smoke: { samples: 50_000, simulations: 10_000, steps: 1_500, nets: 1 },
      standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 3 },
    },
    world: hypothesis,
    falsifiers,
    async prepare({ training, loss, rule }, { key, budget, claims }: Context<Predicting<Theta, X>, NetBudget>) {
      if (rule !== undefined) {
        const predict: Predictor<X> = (xs) => xs.map((x) => [rule(x)]);
        const rules = Array.from({ length: budget.nets }, () => predict);
        return { many: rules, few: rules };
      }
      const problem = { simulator: training, features: world.features, target: target.target, loss };
      const many = await trainNets(problem, budget, key);
      const few = claims.has("shrinks") ? await trainNets(problem, { ...budget, simulations: budget.simulations / 10 }, key) : many;
      return { many, few };
    },
    *evidence({ many, few }, { key, budget }) {
      for (const draws of testBatches(world, budget.nets, key)) {
        const errors = (nets: readonly Predictor<X>[]): number[] =>
          predictDrawn(nets, draws).map(([f], i) => saturated(f, draws.xs[i]));
        const [withMany, withFew] = [errors(many), errors(few)];
        yield { excess: withMany, shrinks: withMany.map((z, i) => z - withFew[i] / 2) };
      }
    },
  });
}

const RATE = { margin: { smoke: 0.02, standard: 0.005 }, because: "rate p/n at n = 1e4 (smoke) and 3e4" };
const RATE_OF_SQUARE = { margin: { smoke: 0.02, standard: 0.01 }, because: "rate p/n at n = 1e4 (smoke) and 3e4; the square of a parameter is harder" };
const NO_PRIOR = "the estimator: maximum likelihood, which knows no prior";

for (const counts of [1, 5]) {
  const world = gammaPoisson({ counts });
  squaredLossTheorem(`gamma-poisson-${counts}`, {
    title: `the rate of ${counts} Poisson count${counts === 1 ? "" : "s"}`,
    world,
    target: { target: (lambda) => lambda, bayesPredictor: world.posteriorMean, bayesRisk: world.bayesRisk },
    ...RATE,
    broken: {
      "wrong prior": {
        breaks: "the training prior: Gamma(3, 1) in place of Gamma(2, 1)",
        world: { training: gammaPoisson({ counts, shape: 3 }) },
      },
      "maximum likelihood": {
        breaks: NO_PRIOR,
        world: { rule: (x) => x.reduce((sum, count) => sum + count, 0) / counts },
      },
      ...(counts === 1 && {
        "absolute loss": { breaks: "the loss: its minimiser is the posterior median", world: { loss: absoluteError } },
      }),
    },
  });
}

const linear = gaussianLinear();
squaredLossTheorem("gaussian-linear", {
  title: "a linear function of normal parameters",
  world: linear,
  target: linear.targets.linear,
  ...RATE,
  broken: {
    "twice the noise": {
      breaks: "the training simulator: every measurement carries its noise twice",
      world: {
        training: {
          ...linear,
          id: `twice the noise(${linear.id})`,
          simulate: (key, theta) => {
            const [once, again] = [linear.simulate(key, theta), linear.simulate(key.fold("again"), [0, 0, 0, 0])];
            return once.map((x, i) => x + again[i]);
          },
        },
      },
    },
  },
});

squaredLossTheorem("gaussian-linear-square", {
  title: "the square of a normal parameter",
  world: linear,
  target: linear.targets.firstSquared,
  ...RATE_OF_SQUARE,
  broken: {
    "plug-in square": {
      breaks: "the estimator: the square of the posterior mean, without the posterior variance",
      world: { rule: (x) => linear.posterior(x).mean[0] ** 2 },
    },
  },
});

const finite = finiteWorld();
const { cubic } = finite.targets;
const uniformPrior = discreteWorld({ prior: finite.tables.prior.map(() => 1 / 8), likelihood: finite.tables.likelihood });
squaredLossTheorem("finite", {
  title: "a function of one of 8 states, from one of 32 outcomes",
  world: finite,
  target: cubic,
  ...RATE,
  broken: {
    "wrong prior": { breaks: "the training prior: uniform over the states", world: { training: uniformPrior } },
    "maximum likelihood": {
      breaks: NO_PRIOR,
      world: {
        rule: (x) => {
          const likelihoods = finite.tables.likelihood.map((row) => row[x]);
          return cubic.target(likelihoods.indexOf(Math.max(...likelihoods)));
        },
      },
    },
  },
});
