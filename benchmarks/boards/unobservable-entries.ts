import {
  type Entry,
  fitSgnn,
  type Key,
  linearRegression,
  type PointEstimator,
  priorMean,
  type RealPrediction,
  type SgnnProblem,
  squaredError,
  type TargetProblem,
  type Tier,
} from "simverdict";

export type Series = readonly number[];

/** Simulations and training steps by tier. */
export interface Sizes {
  readonly simulations: number;
  readonly steps: number;
}

/** Cases of a block at the gate, for who takes milliseconds over a case. */
export const GATE = { fits: 200, quadrature: 2_000 };

/** An entry that estimates one series after the other, at most so many of each block at the gate. */
export function estimating(
  model: string,
  source: string,
  prepare: (key: Key, tier: Tier) => PointEstimator<Series>["estimate"],
  gateCases?: number,
): Entry<Series, RealPrediction> {
  return {
    model,
    source,
    ...(gateCases === undefined ? {} : { gateCases }),
    prepare: ({ key, tier }) => {
      const estimate = prepare(key, tier);
      return { parameters: 0, predict: (xs) => xs.map((x) => estimate(x)) };
    },
  };
}

/** Who competes on every target: the net, and the rules that learn from as many simulations. */
export function learnedEntries<Theta>(problem: TargetProblem<Theta, Series>, sizes: Readonly<Record<Tier, Sizes>>): Entry<Series, RealPrediction>[] {
  return [
    {
      model: "SGNN",
      source: "Dudley & Eisenberg 2025, arXiv 2509.18990",
      prepare: async ({ key, tier }) => {
        const ofNet: SgnnProblem<Theta, Series> = { ...problem, loss: squaredError };
        const net = await fitSgnn(ofNet, sizes[tier], key);
        const parameters = Object.values(net.state.parameters).reduce((sum, { data }) => sum + data.length, 0);
        return { parameters, predict: (xs) => net.predict(xs) };
      },
    },
    estimating("linear regression", "least squares on the features of as many simulations", (key, tier) =>
      linearRegression(problem, { simulations: sizes[tier].simulations, key }).estimate,
    ),
    estimating("prior mean", "no data", (key, tier) => priorMean(problem, { simulations: sizes[tier].simulations, key }).estimate),
  ];
}
