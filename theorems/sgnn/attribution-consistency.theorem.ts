import {
  atMost,
  attribute,
  attributionCorpus,
  type AttributionCorpus,
  type Budget,
  type Context,
  crossEntropy,
  type Embedding,
  finiteWorld,
  fitSgnn,
  gaussianDiscriminant,
  gaussianLinear,
  type Key,
  linearTrend,
  normal,
  type SgnnProblem,
  type Simulator,
  squaredError,
  theorem,
  type Trend,
} from "simverdict";
import { testBatches } from "./predictors.js";

type Vector = readonly number[];

/** What stands for an observation, and how many simulations are taken as like it. */
interface Attributing<X> {
  /** An embedding in place of the net's. */
  readonly embedding?: Embedding<X>;
  readonly k: number;
}

interface AttributionBudget extends Budget {
  /** n, simulations in a corpus. */
  readonly corpus: number;
  /** Nets, each with a corpus of its own; every observation draws one. */
  readonly nets: number;
}

/** An embedding with the simulations that it has embedded. */
interface Embedded<Theta, X> {
  readonly net: Embedding<X>;
  readonly corpus: AttributionCorpus<Theta>;
}

const SOURCE = { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "back-to-simulation attribution, consistency of the neighbours" };
/** The last layer is narrow, so that distances hold little that does not bear on θ. */
const NET = { simulations: 30_000, steps: 2_500, hidden: [64, 8] };
const CORPUS = 100_000;
const BUDGET = {
  smoke: { samples: 20_000, corpus: CORPUS, nets: 1 },
  standard: { samples: 100_000, corpus: CORPUS, nets: 3 },
};

const FINITE: Attributing<number> = { k: 500 };
const TREND: Attributing<Vector> = { k: 500 };
const LINEAR: Attributing<Vector> = { k: 100 };

/** Nets and simulations of this process, by key: the worlds of a theorem differ only in how they use them. */
const known = new Map<string, Promise<unknown>>();
function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const made = (known.get(name) as Promise<T> | undefined) ?? make();
  known.set(name, made);
  return made;
}

const pairsOf = <Theta, X>(simulator: Simulator<Theta, X>, n: number, key: Key): { theta: Theta; x: X }[] =>
  Array.from({ length: n }, (_, i) => {
    const own = key.fold(i);
    const theta = simulator.prior.sample(own.fold("theta"));
    return { theta, x: simulator.simulate(own.fold("x"), theta) };
  });

/** Corpora of simulations that no net was trained on, with the mechanism of θ where there is one. */
async function embed<Theta, X>(
  problem: SgnnProblem<Theta, X>,
  { world, budget, key }: Context<Attributing<X>, AttributionBudget>,
  mechanism?: (theta: Theta) => number,
): Promise<Embedded<Theta, X>[]> {
  const embedded: Embedded<Theta, X>[] = [];
  for (let i = 0; i < budget.nets; i++) {
    const own = key.fold(i);
    const pairs = await once(`pairs ${own.toString()}`, async () => pairsOf(problem.simulator, budget.corpus, own.fold("corpus")));
    const net = world.embedding ?? (await once(`net ${own.toString()}`, () => fitSgnn(problem, NET, own.fold("net"))));
    embedded.push({ net, corpus: attributionCorpus(net, pairs, mechanism && { mechanism }) });
  }
  return embedded;
}

/** The share of the k nearest that each label 0 … K − 1 takes. */
function shares<Theta, X>({ net, corpus }: Embedded<Theta, X>, x: X, k: number, labels: number): number[] {
  const { mechanisms = [] } = attribute(net, corpus, x, k);
  return Array.from({ length: labels }, (_, label) => mechanisms.find((found) => found.label === label)?.share ?? 0);
}

const finite = finiteWorld();
const COLLIDING = [14, 22];
const FLOOR = "500 exact draws differ from a posterior over 8 states by .029 on average";

theorem("sgnn/attribution-consistency/finite", {
  title: "The simulations nearest to an outcome have the states of its posterior",
  statement: "E TV(shares of the k nearest, p(θ | x)) → 0 as k → ∞, k/n → 0, if the embedding determines the posterior",
  source: SOURCE,
  assumptions: ["corpus and observations come from one simulator", "the embedding is posterior-sufficient", "k/n is small"],
  claims: {
    neighbours: atMost(0.05, { of: "TV(shares among k = 500 of 1e5, p(θ | x)), x ~ p(x)", range: [0, 1], because: FLOOR }),
    colliding: atMost(0.05, { of: "the same TV, x = 14 or 22 with probability ½", range: [0, 1], because: FLOOR }),
  },
  budget: BUDGET,
  world: FINITE,
  falsifiers: {
    // Whoever pools 14 and 22 has TV .2192 at 14 and .4016 at 22, by enumeration: P(22 | 14 or 22) = .353 of TV(14, 22) = .621, and .647.
    "scalar output": {
      breaks: "sufficiency: the embedding is E[T2 | x], exact, which is the same at 14 and 22",
      world: { embedding: { embed: (xs) => xs.map((x) => Float64Array.of(finite.targets.collinear.bayesPredictor(x))) } },
      mustRefute: ["colliding"],
    },
    "many neighbours": { breaks: "k/n → 0: k = 5,000 of 1e5, more than most outcomes have", world: { k: 5_000 }, mustRefute: ["neighbours"] },
  },
  async prepare({ k }, context: Context<Attributing<number>, AttributionBudget>) {
    const problem = { simulator: finite, features: finite.features, target: (state: number) => state, loss: crossEntropy(8) };
    const embedded = await embed(problem, context, (state) => state);
    // Equal outcomes have equal embeddings: among them the first of the corpus are taken, which are independent draws of p(θ | x).
    return embedded.map((one) =>
      finite.marginal.map((_, x) => {
        const posterior = finite.posterior(x);
        return shares(one, x, k, 8).reduce((sum, share, state) => sum + Math.abs(share - posterior[state]) / 2, 0);
      }),
    );
  },
  *evidence(distances, { key, budget }) {
    for (const { xs, nets } of testBatches(finite, budget.nets, key)) {
      yield {
        neighbours: xs.map((x, i) => Math.min(1, distances[nets[i]][x])),
        colliding: xs.map((_, i) => Math.min(1, distances[nets[i]][COLLIDING[i % 2]])),
      };
    }
  },
});

const trend = linearTrend({ sigma: 0.5 });
theorem("sgnn/attribution-consistency/linear-trend", {
  title: "The mechanisms of the nearest simulations come in their posterior probabilities",
  statement: "E |share of the k nearest that have a trend − P(trend | x)| → 0 as k → ∞, k/n → 0",
  source: SOURCE,
  assumptions: ["corpus and observations come from one simulator", "the embedding determines the mechanism's posterior", "k/n is small"],
  claims: {
    shares: atMost(0.05, {
      of: "|share of exponential among k = 500 of 1e5 − P(exponential | x)|",
      range: [0, 1],
      because: "500 exact draws have .018 at most, and a probability right to .05 still decides between mechanisms",
    }),
  },
  budget: BUDGET,
  world: TREND,
  falsifiers: {
    "scalar output": {
      breaks: "sufficiency: the embedding is the mean of the series, which determines the posterior of θ₀ alone",
      world: { embedding: { embed: (xs) => xs.map((x) => Float64Array.of(x.reduce((sum, value) => sum + value, 0) / x.length)) } },
      mustRefute: ["shares"],
    },
    "raw series": {
      breaks: "the embedding: distances of the series themselves, which are mostly noise",
      world: { embedding: { embed: (xs) => xs.map((x) => Float64Array.from(x)) } },
      mustRefute: ["shares"],
    },
  },
  async prepare({ k }, context: Context<Attributing<Vector>, AttributionBudget>) {
    const mechanism = (theta: Trend): number => theta.mechanism;
    const problem = { simulator: trend, features: trend.features, target: mechanism, loss: crossEntropy(2) };
    return { k, embedded: await embed(problem, context, mechanism) };
  },
  *evidence({ k, embedded }, { key, budget }) {
    for (const { xs, nets } of testBatches(trend, budget.nets, key)) {
      for (const [i, x] of xs.entries()) {
        yield { shares: Math.abs(shares(embedded[nets[i]], x, k, 2)[1] - trend.posteriorProbabilities(x)[1]) };
      }
    }
  },
});

const linear = gaussianLinear();
const NOISE = 14;
/** Six measurements, and fourteen numbers that have nothing to do with θ. */
const noisy: Simulator<Vector, Vector> = {
  ...linear,
  id: `${NOISE} noise coordinates(${linear.id})`,
  simulate(key, theta) {
    const stream = key.fold("noise").stream();
    return [...linear.simulate(key, theta), ...Array.from({ length: NOISE }, () => normal(stream))];
  },
};
const meanGiven = (x: Vector): Vector => linear.posterior(x.slice(0, 6)).mean;
const a = linear.targets.linear;

/** A draw of p(θ | x): the deviation of θ from its posterior mean has one law, whatever x is. */
function posteriorDraw(x: Vector, key: Key): Vector {
  const { theta, x: other } = pairsOf(linear, 1, key)[0];
  const [mean, otherMean] = [meanGiven(x), meanGiven(other)];
  return theta.map((value, j) => mean[j] + value - otherMean[j]);
}

/** Parameters of the k nearest, and as many exact draws, each with the posterior mean that a classifier is given. */
function contest({ net, corpus }: Embedded<Vector, Vector>, x: Vector, k: number, key: Key): { near: Vector[]; exact: Vector[] } {
  const mean = meanGiven(x);
  return {
    near: attribute(net, corpus, x, k).neighbours.map(({ theta }) => [...theta, ...mean]),
    exact: Array.from({ length: k }, (_, i) => [...posteriorDraw(x, key.fold(i)), ...mean]),
  };
}

theorem("sgnn/attribution-consistency/gaussian-linear", {
  title: "A classifier hardly tells the parameters of the nearest simulations from posterior draws",
  statement: "accuracy of telling θ of the k nearest from θ ~ p(θ | x), given x, → ½ as k → ∞, k/n → 0",
  source: SOURCE,
  assumptions: ["corpus and observations come from one simulator", "the net predicts all of θ", "k/n is small"],
  claims: {
    c2st: atMost(0.56, {
      of: "share of the k = 100 nearest (of 1e5) and of 100 exact draws that a quadratic discriminant of (θ, E[θ | x]) tells right, at a fresh x",
      range: [0, 1],
      because: "accuracy ½ + TV/2 at TV = .12; the best embedding, E[θ | x] itself, has .53 at this k and n",
    }),
  },
  budget: {
    smoke: { samples: 8_000, corpus: CORPUS, nets: 1, training: 400 },
    standard: { samples: 20_000, corpus: CORPUS, nets: 3, training: 1_000 },
  },
  world: LINEAR,
  falsifiers: {
    "scalar output": {
      breaks: "sufficiency: the embedding is E[a·θ | x], exact, one number for four parameters",
      world: { embedding: { embed: (xs) => xs.map((x) => Float64Array.of(a.bayesPredictor(x.slice(0, 6)))) } },
      mustRefute: ["c2st"],
    },
    "raw data": {
      breaks: "the embedding: distances of the data themselves, 14 coordinates of which are noise",
      world: { embedding: { embed: (xs) => xs.map((x) => Float64Array.from(x)) } },
      mustRefute: ["c2st"],
    },
  },
  async prepare({ k }, context: Context<Attributing<Vector>, AttributionBudget & { readonly training: number }>) {
    const { key, budget } = context;
    const problem = { simulator: noisy, features: (x: Vector) => x, target: (theta: Vector) => theta, loss: squaredError };
    const contests = (await embed(problem, context)).map(async (embedded, i) => {
      const training = key.fold("classifier").fold(i);
      const rows = pairsOf(noisy, budget.training, training).map(({ x }, j) => contest(embedded, x, k, training.fold("exact").fold(j)));
      const looksExact = await gaussianDiscriminant().fit(rows.flatMap(({ near }) => near), rows.flatMap(({ exact }) => exact), training);
      return (x: Vector, own: Key): number => {
        const { near, exact } = contest(embedded, x, k, own);
        const right = [...looksExact(near).map((said) => !said), ...looksExact(exact)].filter(Boolean).length;
        return right / (2 * k);
      };
    });
    return Promise.all(contests);
  },
  *evidence(accuracies, { key, budget }) {
    let drawn = 0;
    for (const { xs, nets } of testBatches(noisy, budget.nets, key)) {
      for (const [i, x] of xs.entries()) yield { c2st: accuracies[nets[i]](x, key.fold("exact").fold(drawn++)) };
    }
  },
});
