import type { Key } from "../../random/key.js";
import { requireFinite } from "../../simulators/conjugate/requireFinite.js";
import type { Mechanism, MechanismWorld } from "../../simulators/mechanisms/mechanismWorld.js";
import { mechanismEvidence } from "./mechanismEvidence.js";

/** How `importanceOracle` spends its draws. */
export interface ImportanceOracleOptions {
  /** Draws per mechanism and replicate that make the result, an integer ≥ 2; the rounds before take half as many each. */
  readonly draws: number;
  readonly key: Key;
  /** Independent repetitions, an integer ≥ 2; default 2. */
  readonly replicates?: number;
  /** Rounds that shape the proposal, an integer ≥ 0; default 3. */
  readonly rounds?: number;
  /** Starts per mechanism of the search for modes, an integer ≥ 1; default 5. */
  readonly starts?: number;
}

/** What the oracle knows about one series, and how well. */
export interface OracleReport {
  /** P(i | x), shape [K]: from the evidences averaged over the replicates. */
  readonly probabilities: readonly number[];
  /** log p(x | i) in nats, shape [K]: averaged over the replicates. */
  readonly logEvidence: readonly number[];
  /** The least effective sample size of a replicate, per mechanism, shape [K]. */
  readonly ess: readonly number[];
  /** The greatest total variation between the probabilities of two replicates. */
  readonly tv: number;
}

/** Draws from p(θ, s | x, mechanism). */
export interface WeightedMechanisms {
  readonly draws: readonly Mechanism[];
  /** Each ≥ 0, with sum 1. */
  readonly weights: readonly number[];
  /** 1/Σ w². */
  readonly ess: number;
}

/** Posterior probabilities of mechanisms, and posterior draws, by importance sampling. */
export interface ImportanceOracle {
  readonly id: string;
  readonly evaluate: (x: readonly number[]) => OracleReport;
  /** `probabilities` of `evaluate`, for `bayesRule`. */
  readonly posteriorProbabilities: (x: readonly number[]) => number[];
  /** The posterior of one mechanism's parameters. */
  readonly posterior: (x: readonly number[], mechanism: number) => WeightedMechanisms;
}

/**
 * The posterior of the mechanisms of a world, from the marginal likelihood of each by adaptive importance sampling.
 *
 * p(x | i) = E p(x | path_i(θ), s) over the prior, uniform in (log θ, log s) on its box; P(i | x) ∝ p(x | i). The
 * proposal starts from Student laws about the maxima of the likelihood and the uniform law; see `adaptiveImportance`.
 *
 * @param world identity, skeletons and error law: the posterior is that of this likelihood, whatever simulates x
 * @param options draws, key and the rest of the budget
 * @returns the oracle; equal arguments give equal answers, and the randomness of different x is independent
 * @throws RangeError if an option is outside its domain; from the members, if x is not a series of the error law, the
 *   mechanism is not an index, or no draw has a positive likelihood
 * @source Robert & Casella 2004, "Monte Carlo Statistical Methods", 2nd edition, section 3.3 (importance sampling); Kass &
 *   Raftery 1995, "Bayes factors", section 4.2 (marginal likelihoods by simulation)
 */
export function importanceOracle(
  world: Pick<MechanismWorld, "id" | "skeletons" | "errors">,
  { draws, key, replicates = 2, rounds = 3, starts = 5 }: ImportanceOracleOptions,
): ImportanceOracle {
  if (!Number.isInteger(replicates) || replicates < 2) throw new RangeError(`replicates must be an integer ≥ 2, got ${replicates}`);
  const { skeletons, errors } = world;
  const n = skeletons[0].length;
  const evidences = skeletons.map((skeleton) => mechanismEvidence(skeleton, errors, { draws, rounds, starts }));
  const requireSeries = (x: readonly number[]): readonly number[] => errors.requireData(requireFinite("x", x, n));
  /** The samples of every replicate. */
  const samplesOf = (x: readonly number[], mechanism: number) => {
    const own = x.reduce((folded, value) => folded.fold(value), key.fold(mechanism));
    return evidences[mechanism](x, Array.from({ length: replicates }, (_, r) => own.fold(r)));
  };

  const evaluate = (x: readonly number[]): OracleReport => {
    requireSeries(x);
    const samples = skeletons.map((_, mechanism) => samplesOf(x, mechanism));
    const byReplicate = Array.from({ length: replicates }, (_, r) => softmax(samples.map((of) => of[r].logMean)));
    const logEvidence = samples.map((of) => logMean(of.map((sample) => sample.logMean)));
    return {
      probabilities: softmax(logEvidence),
      logEvidence,
      ess: samples.map((of) => Math.min(...of.map(({ ess }) => ess))),
      tv: Math.max(...byReplicate.flatMap((p, r) => byReplicate.slice(0, r).map((q) => totalVariation(p, q)))),
    };
  };
  return {
    id: `importance(${world.id}, draws=${draws}, replicates=${replicates}, rounds=${rounds}, key=${String(key)})`,
    evaluate,
    posteriorProbabilities: (x) => [...evaluate(x).probabilities],
    posterior(x, mechanism) {
      requireSeries(x);
      if (!Number.isInteger(mechanism) || mechanism < 0 || mechanism >= skeletons.length) {
        throw new RangeError(`mechanism must be an integer in [0, ${skeletons.length}), got ${mechanism}`);
      }
      const samples = samplesOf(x, mechanism);
      const shares = softmax(samples.map((sample) => sample.logMean));
      const weights = samples.flatMap((sample, r) => Array.from(sample.weights, (weight) => weight * shares[r]));
      const p = skeletons[mechanism].parameters.length;
      const natural = (z: Float64Array): Mechanism => {
        const values = Array.from(z, Math.exp);
        return { mechanism, parameters: values.slice(0, p), ...(errors.scale && { scale: values[p] }) };
      };
      const draws = samples.flatMap(({ points }) => points.map(natural));
      return { draws, weights, ess: 1 / weights.reduce((sum, weight) => sum + weight * weight, 0) };
    },
  };
}

/** log of the mean of e^v. */
function logMean(values: readonly number[]): number {
  const top = Math.max(...values);
  return top === -Infinity ? top : top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0) / values.length);
}

function softmax(logs: readonly number[]): number[] {
  const top = Math.max(...logs);
  if (!Number.isFinite(top)) throw new RangeError(`a draw must have a positive likelihood, got log evidences ${logs.join(", ")}`);
  const weights = logs.map((value) => Math.exp(value - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function totalVariation(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, value, i) => sum + Math.abs(value - q[i]), 0) / 2;
}
