import {
  atMost,
  betaBinomial,
  type ConjugateWorld,
  type Context,
  crossEntropy,
  discreteWorld,
  type Falsifier,
  finiteWorld,
  linearTrend,
  type OneSidedClaim,
  type Simulator,
  theorem,
} from "simverdict";
import { type NetBudget, predictDrawn, type Row, shuffled, testBatches, trainNets } from "./predictors.js";

/** How the probabilities under test come about; they are judged in the true world. */
interface Classifying<Theta, X> {
  readonly training: Simulator<Theta, X>;
  /** What is done to the net's probabilities. */
  readonly spoil: (probabilities: Row) => Row;
}

/** A world whose class probabilities given x are known. */
interface Setting<Theta, X> {
  readonly title: string;
  readonly world: ConjugateWorld<Theta, X>;
  readonly classes: number;
  readonly classOf: (theta: Theta) => number;
  readonly posterior: (x: X) => readonly number[];
  readonly claim: OneSidedClaim;
  /** The claim's observation from predicted and exact probabilities. */
  readonly distance: (predicted: Row, exact: readonly number[]) => number;
  readonly broken: Readonly<Record<string, { readonly breaks: string; readonly world: Partial<Classifying<Theta, X>> }>>;
}

/** p^(1/t), normalised: a net whose logits are divided by t. */
const tempered =
  (temperature: number) =>
  (probabilities: Row): Row => {
    const powers = Array.from(probabilities, (p) => p ** (1 / temperature));
    const total = powers.reduce((sum, p) => sum + p, 0);
    return powers.map((p) => p / total);
  };

const hardened = (probabilities: Row): Row => {
  const row = [...probabilities];
  const best = row.indexOf(Math.max(...row));
  return row.map((_, k) => (k === best ? 1 : 0));
};

const TEMPERATURE = { breaks: "the outputs: logits divided by 1.25, as by a wrong calibration", world: { spoil: tempered(1.25) } };
const HARD = { breaks: "the outputs: all probability on the most probable class", world: { spoil: hardened } };

/** ½‖p − q‖², in [0, 1] for probability vectors. */
const halfSquaredDistance = (p: Row, q: readonly number[]): number =>
  Math.min(1, q.reduce((sum, value, k) => sum + (p[k] - value) ** 2, 0) / 2);

function crossEntropyTheorem<Theta, X>(name: string, setting: Setting<Theta, X>): void {
  const { world, classes, classOf, posterior, claim, distance } = setting;
  const falsifiers: Record<string, Falsifier<Classifying<Theta, X>>> = {};
  const worlds = { ...setting.broken, "shuffled labels": { breaks: "the pairing of data and classes", world: { training: shuffled(world) } } };
  for (const [id, falsifier] of Object.entries(worlds)) falsifiers[id] = { ...falsifier, mustRefute: ["distance"] };

  const hypothesis: Classifying<Theta, X> = { training: world, spoil: (p) => p };
  theorem(`sgnn/bayes-optimality-classification/${name}`, {
    title: `Cross entropy on simulated pairs gives posterior probabilities: ${setting.title}`,
    statement: "p_f(x) approaches P(class | x) as the net trains on more simulations",
    source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "consistency with the Bayes predictor, cross entropy" },
    assumptions: ["training and test pairs come from one simulator", "the net can represent the posterior probabilities"],
    claims: { distance: claim },
    budget: {
      smoke: { samples: 100_000, simulations: 10_000, steps: 1_500, nets: 1 },
      standard: { samples: 400_000, simulations: 30_000, steps: 2_500, nets: 3 },
    },
    world: hypothesis,
    falsifiers,
    async prepare({ training, spoil }, { key, budget }: Context<Classifying<Theta, X>, NetBudget>) {
      const problem = { simulator: training, features: world.features, target: classOf, loss: crossEntropy(classes) };
      return { nets: await trainNets(problem, budget, key), spoil };
    },
    *evidence({ nets, spoil }, { key, budget }) {
      for (const draws of testBatches(world, budget.nets, key)) {
        yield { distance: predictDrawn(nets, draws).map((p, i) => distance(spoil(p), posterior(draws.xs[i]))) };
      }
    },
  });
}

const binomial = betaBinomial();
crossEntropyTheorem("beta-binomial", {
  title: "whether a success probability exceeds one half",
  world: binomial,
  classes: 2,
  classOf: (theta) => (theta > 0.5 ? 1 : 0),
  posterior: (x) => [1 - binomial.probabilityAboveHalf(x), binomial.probabilityAboveHalf(x)],
  claim: atMost(0.05, {
    of: "min(1, 100 (p_f(x) − p*(x))²)",
    range: [0, 1],
    because: "a probability is right to .022 in root mean square, a quarter of what temperature 1.25 does",
  }),
  distance: (p, q) => Math.min(1, 100 * (p[1] - q[1]) ** 2),
  broken: {
    "temperature 1.25": TEMPERATURE,
    "hard outputs": HARD,
    "uniform prior": { breaks: "the training prior: Beta(1, 1)", world: { training: betaBinomial({ a: 1, b: 1 }) } },
  },
});

const finite = finiteWorld();
crossEntropyTheorem("finite", {
  title: "which of 8 states, from one of 32 outcomes",
  world: finite,
  classes: 8,
  classOf: (state) => state,
  posterior: finite.posterior,
  claim: atMost(
    { smoke: 2.5e-3, standard: 1e-3 },
    { of: "½‖p_f(x) − p*(x)‖²", range: [0, 1], because: "rate p/n at n = 1e4 (smoke) and 3e4; temperature 1.25 costs 3.8e-3" },
  ),
  distance: halfSquaredDistance,
  broken: {
    "temperature 1.25": TEMPERATURE,
    "hard outputs": HARD,
    "uniform prior": {
      breaks: "the training prior: uniform over the states",
      world: { training: discreteWorld({ prior: finite.tables.prior.map(() => 1 / 8), likelihood: finite.tables.likelihood }) },
    },
  },
});

const trend = linearTrend({ sigma: 0.5 });
crossEntropyTheorem("linear-trend", {
  title: "whether log counts have a trend",
  world: trend,
  classes: 2,
  classOf: ({ mechanism }) => mechanism,
  posterior: trend.posteriorProbabilities,
  claim: atMost(4e-3, {
    of: "½‖p_f(x) − p*(x)‖²",
    range: [0, 1],
    because: "a probability is right to .063 in root mean square",
  }),
  distance: halfSquaredDistance,
  broken: { "hard outputs": HARD },
});
