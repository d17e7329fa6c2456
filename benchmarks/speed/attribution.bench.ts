import { Bench } from "tinybench";
import { attribute, attributionCorpus, crossEntropy, fitSgnn, Key, linearTrend, type Trend } from "simverdict";

const SIMULATIONS = 100_000;
const NEIGHBOURS = [1, 100, 500];

/** Attributing one observation to 100,000 simulations in an embedding of 64 numbers: the net, the search, the summary. */
export async function attribution(): Promise<Bench> {
  const world = linearTrend({ sigma: 0.5, classes: 3 });
  const pair = (key: Key): { theta: Trend; x: readonly number[] } => {
    const theta = world.prior.sample(key.fold("theta"));
    return { theta, x: world.simulate(key.fold("x"), theta) };
  };
  const key = Key.root(0).fold("attribution");
  const mechanism = ({ mechanism }: Trend): number => mechanism;
  const problem = { simulator: world, features: world.features, target: mechanism, loss: crossEntropy(3) };
  const net = await fitSgnn(problem, { simulations: 10_000, steps: 500, hidden: [64, 64] }, key.fold("net"));
  const pairs = Array.from({ length: SIMULATIONS }, (_, i) => pair(key.fold("corpus").fold(i)));
  const corpus = attributionCorpus(net, pairs, { target: (theta) => theta.coefficients[0], mechanism });
  const observed = Array.from({ length: 100 }, (_, i) => pair(key.fold("observed").fold(i)).x);

  const bench = new Bench({ name: `attribution to ${SIMULATIONS} simulations × 64, per observation` });
  let next = 0;
  for (const k of NEIGHBOURS) {
    bench.add(`k = ${k}`, () => void attribute(net, corpus, observed[next++ % observed.length], k));
  }
  return bench;
}

/** What one run of a task is divided by. */
export const attributionUnits = 1;
