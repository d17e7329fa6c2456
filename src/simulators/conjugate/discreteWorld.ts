import { createHash } from "node:crypto";
import { categorical } from "../../random/categorical.js";
import type { Key } from "../../random/key.js";
import type { BayesTarget } from "./bayesTarget.js";
import type { ConjugateWorld } from "./conjugateWorld.js";
import { requireFinite } from "./requireFinite.js";

/** The two tables that define a finite joint law. */
export interface DiscreteTables {
  /** p(θ), shape [states]. */
  readonly prior: readonly number[];
  /** p(x | θ), shape [states][outcomes]. */
  readonly likelihood: readonly (readonly number[])[];
}

/** A joint law of a state and an outcome, both finite, with everything known by enumeration. */
export interface DiscreteWorld extends ConjugateWorld<number, number> {
  readonly tables: DiscreteTables;
  /** p(x), shape [outcomes]. */
  readonly marginal: readonly number[];
  /** p(θ | x), shape [states]: the Bayes predictor of the state under cross entropy. */
  readonly posterior: (x: number) => readonly number[];
  /** The least expected cross entropy of a prediction of the state from x, in nats. */
  readonly bayesCrossEntropy: number;
  /** The target that takes value `values[θ]` in state θ. */
  readonly targetOf: (values: readonly number[]) => BayesTarget<number, number>;
}

/**
 * World: a state θ ~ p(θ) and an outcome x ~ p(x | θ), given as tables; states and outcomes count from 0.
 *
 * p(x) = Σ_θ p(θ) p(x | θ); p(θ | x) = p(θ) p(x | θ)/p(x); cross entropy −Σ p(θ, x) log p(θ | x)
 *
 * @param tables the prior, shape [states], and the likelihood, shape [states][outcomes]; every row sums to 1 ± 1e-9
 * @returns the simulator with its oracle; the features of x are its indicator vector of length [outcomes]
 * @throws RangeError if a table is not such a table, and from the members if a state or an outcome is not an index,
 *   an outcome has probability 0 (it has no posterior), or target values are not finite
 * @source Robert 2007, "The Bayesian Choice", 2nd edition, section 2.5 (the posterior mean under squared error)
 * @example discreteWorld({ prior: [0.5, 0.5], likelihood: [[1, 0], [0.5, 0.5]] }).posterior(1) // => [0, 1]
 */
export function discreteWorld({ prior, likelihood }: DiscreteTables): DiscreteWorld {
  requireProbabilities("prior", prior, prior.length);
  if (likelihood.length !== prior.length) {
    throw new RangeError(`likelihood must hold ${prior.length} rows, got ${likelihood.length}`);
  }
  const states = prior.length;
  const outcomes = likelihood[0].length;
  likelihood.forEach((row, state) => requireProbabilities(`likelihood[${state}]`, row, outcomes));

  const tables = { prior: [...prior], likelihood: likelihood.map((row) => [...row]) };
  const joint = (state: number, x: number): number => tables.prior[state] * tables.likelihood[state][x];
  const marginal = tables.likelihood[0].map((_, x) => prior.reduce((sum, _p, state) => sum + joint(state, x), 0));
  const posteriors = marginal.map((p, x) => prior.map((_p, state) => (p > 0 ? joint(state, x) / p : NaN)));
  const posterior = (x: number): readonly number[] => {
    if (marginal[requireIndex("x", x, outcomes)] > 0) return posteriors[x];
    throw new RangeError(`x must have positive probability, got ${x}`);
  };
  /** Σ_x p(x) Σ_θ f(θ, x, p(θ | x)) p(θ | x), over what can happen. */
  const expectation = (f: (state: number, x: number, p: number) => number): number =>
    marginal.reduce(
      (total, px, x) =>
        px > 0 ? posterior(x).reduce((sum, p, state) => (p > 0 ? sum + px * p * f(state, x, p) : sum), total) : total,
      0,
    );

  return {
    id: `discrete(states=${states}, outcomes=${outcomes}, sha256=${digest(tables)})`,
    prior: {
      sample: (key: Key) => categorical(key.stream(), tables.prior),
      logProb: (state) => Math.log(tables.prior[requireIndex("state", state, states)]),
    },
    simulate: (key, state) => categorical(key.stream(), tables.likelihood[requireIndex("state", state, states)]),
    featureCount: outcomes,
    features(x) {
      const indicator = new Float64Array(outcomes);
      indicator[requireIndex("x", x, outcomes)] = 1;
      return indicator;
    },
    tables,
    marginal,
    posterior,
    bayesCrossEntropy: expectation((_state, _x, p) => -Math.log(p)),
    targetOf(values) {
      const table = [...requireFinite("target values", values, states)];
      const bayesPredictor = (x: number): number => posterior(x).reduce((sum, p, state) => sum + p * table[state], 0);
      return {
        target: (state) => table[requireIndex("state", state, states)],
        bayesPredictor,
        bayesRisk: expectation((state, x) => (table[state] - bayesPredictor(x)) ** 2),
      };
    },
  };
}

function digest(tables: DiscreteTables): string {
  return createHash("sha256").update(JSON.stringify([tables.prior, tables.likelihood])).digest("hex").slice(0, 16);
}

function requireIndex(name: string, value: number, count: number): number {
  if (Number.isInteger(value) && value >= 0 && value < count) return value;
  throw new RangeError(`${name} must be an integer in [0, ${count}), got ${value}`);
}

function requireProbabilities(name: string, values: readonly number[], length: number): void {
  if (length === 0) throw new RangeError(`${name} must not be empty`);
  requireFinite(name, values, length);
  const sum = values.reduce((total, p) => {
    if (p < 0) throw new RangeError(`${name} must hold probabilities, got ${p}`);
    return total + p;
  }, 0);
  if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`${name} must sum to 1 within 1e-9, got ${sum}`);
}
