import {
  absoluteError,
  atMost,
  type Budget,
  type Context,
  type Falsifier,
  fitSgnn,
  gammaPoisson,
  type Key,
  type Loss,
  type Simulator,
  squaredError,
  theorem,
} from "simverdict";

type Counts = readonly number[];
type Predictor = (xs: readonly Counts[]) => ArrayLike<number>;

/** How the predictors under test come about; a falsifier breaks one of these. */
interface World {
  /** What the net is trained on; it is always judged in the world of the theorem. */
  readonly training: Simulator<number, Counts>;
  readonly loss: Loss;
  readonly estimator: "net" | "maximum likelihood";
}

interface Training extends Budget {
  /** n, simulations in a training set. */
  readonly simulations: number;
  readonly steps: number;
  /** Independently trained nets; every observation draws one. */
  readonly nets: number;
}

/** Pairs for every net, drawn and predicted together. */
const BATCH = 512;

/** E[λ | x] without a prior: the mean of the counts. */
const maximumLikelihood: Predictor = (xs) => xs.map((x) => x.reduce((sum, count) => sum + count, 0) / x.length);

async function trainPredictor({ training, loss, estimator }: World, simulations: number, steps: number, key: Key): Promise<Predictor> {
  if (estimator === "maximum likelihood") return maximumLikelihood;
  const problem = { simulator: training, features: (x: Counts) => x, target: (lambda: number) => lambda, loss };
  const net = await fitSgnn(problem, { simulations, steps }, key);
  return (xs) => net.predict(xs).map(([f]) => f);
}

/** Pairs whose parameter says nothing about the data. */
const shuffled = (simulator: Simulator<number, Counts>): Simulator<number, Counts> => ({
  ...simulator,
  simulate: (key) => simulator.simulate(key.fold("x"), simulator.prior.sample(key.fold("another θ"))),
});

for (const counts of [1, 5]) {
  const world = gammaPoisson({ counts });
  const saturated = (f: number, x: Counts): number =>
    Math.min(1, (f - world.posteriorMean(x)) ** 2 / world.bayesRisk);

  const falsifiers: Record<string, Falsifier<World>> = {
    "wrong prior": {
      breaks: "the training prior: Gamma(3, 1) in place of Gamma(2, 1)",
      world: { training: gammaPoisson({ counts, shape: 3 }) },
      mustRefute: ["excess"],
    },
    "shuffled labels": {
      breaks: "the pairing of data and parameters",
      world: { training: shuffled(world) },
      mustRefute: ["excess"],
    },
    "maximum likelihood": {
      breaks: "the estimator: the mean count, which knows no prior",
      world: { estimator: "maximum likelihood" },
      mustRefute: ["excess"],
    },
  };
  if (counts === 1) {
    falsifiers["absolute loss"] = {
      breaks: "the loss: its minimiser is the posterior median",
      world: { loss: absoluteError },
      mustRefute: ["excess"],
    };
  }

  theorem(`sgnn/bayes-optimality/gamma-poisson-${counts}`, {
    title: `Squared loss on simulated pairs gives the posterior mean (${counts} Poisson count${counts === 1 ? "" : "s"})`,
    statement: "E (f_n(x) − E[λ | x])² is a vanishing share of the Bayes risk R* = 2/(1 + m), for nets trained on n simulations",
    source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "consistency with the Bayes predictor" },
    assumptions: ["training and test pairs come from one simulator", "the net can represent the posterior mean"],
    claims: {
      excess: atMost(
        { smoke: 0.02, standard: 0.005 },
        { of: "min(1, (f_n(x) − f*(x))² / R*)", range: [0, 1], because: "rate p/n at n = 1e4 (smoke) and 3e4" },
      ),
      shrinks: atMost(0, {
        of: "Z(n) − ½ Z(n/10), Z = min(1, (f(x) − f*(x))² / R*)",
        range: [-0.5, 1],
        because: "an error that vanishes at rate 1/n is at least halved by ten times the data",
      }),
    },
    budget: {
      smoke: { samples: 50_000, simulations: 10_000, steps: 1_500, nets: 2 },
      standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 5 },
    },
    world: { training: world, loss: squaredError, estimator: "net" },
    falsifiers,

    async prepare(broken: World, { key, budget, claims }: Context<World, Training>) {
      const train = async (simulations: number): Promise<Predictor[]> => {
        const predictors: Predictor[] = [];
        for (let i = 0; i < budget.nets; i++) {
          predictors.push(await trainPredictor(broken, simulations, budget.steps, key.fold(simulations).fold(i)));
        }
        return predictors;
      };
      const many = await train(budget.simulations);
      return { many, few: claims.has("shrinks") ? await train(budget.simulations / 10) : many };
    },

    *evidence({ many, few }, { key, budget }) {
      for (let batch = 0; ; batch++) {
        const keys = Array.from({ length: BATCH }, (_, i) => key.fold(batch).fold(i));
        const xs = keys.map((k) => world.simulate(k.fold("x"), world.prior.sample(k.fold("θ"))));
        const drawn = keys.map((k) => Math.floor(k.fold("net").stream().uniform() * budget.nets));
        const errors = (predictors: readonly Predictor[]): number[] => {
          const predictions = predictors.map((predict) => predict(xs));
          return xs.map((x, i) => saturated(predictions[drawn[i]][i], x));
        };
        const [withMany, withFew] = [errors(many), errors(few)];
        yield { excess: withMany, shrinks: withMany.map((z, i) => z - withFew[i] / 2) };
      }
    },
  });
}
