import type { Key } from "../../random/key.js";
import { trajectory, type TransitionKernel } from "../../simulators/transitionKernel.js";
import { checkDynamicsPrediction, type DynamicsPrediction, type DynamicsTruth } from "../dynamics/dynamicsPrediction.js";
import type { EnsembleQuestion } from "../dynamics/ensembleValues.js";
import type { Task } from "../task.js";

/** What an entry sees of a case. */
export interface DynamicsCase<Plain> {
  /** Where rollouts begin. */
  readonly start: Plain;
  /** A transition of the simulator from elsewhere, of which the density is asked. */
  readonly transition: readonly [Plain, Plain];
}

/** A case with what is asked of it: the future that the simulator draws. */
interface DynamicsFuture<Plain> extends DynamicsCase<Plain> {
  readonly truth: DynamicsTruth;
}

/** Simulation of a stochastic system. */
export type StochasticDynamics<Plain> = Task<DynamicsFuture<Plain>, DynamicsCase<Plain>, DynamicsTruth, DynamicsPrediction>;

/** What makes the task. */
export interface StochasticDynamicsOptions<S, Plain> extends EnsembleQuestion<S> {
  /** Lower-case words joined by `-`. */
  readonly name: string;
  readonly title: string;
  /** The true simulator. */
  readonly kernel: TransitionKernel<S> & { readonly id: string };
  /** The transition asked for leads from observation t to t + 1, t uniform in {0, …, transitions − 1}; an integer ≥ 1. */
  readonly transitions: number;
  /** A state as JSON data, and back. */
  readonly plain: (state: S) => Plain;
  /** Cases that enter the content hash; 64 if not given. */
  readonly hashed?: number;
}

/**
 * The frozen task of simulating a stochastic system: ensembles of rollouts, and the density of a transition.
 *
 * Truth: statistics of an ensemble of the simulator itself from the same start, and of one further rollout. Rollouts and
 * the transition begin from different draws, so that x tells nothing of the ensembles
 *
 * @typeParam S the state
 * @typeParam Plain the state as JSON data
 * @param options name, simulator, and what is asked
 * @returns the task `stochastic-dynamics/<name>`, version 1
 * @throws RangeError if the name is not made of such words, there is no statistic, horizons do not increase, or a size
 *   leaves its domain
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (celestial and cellular dynamics)
 */
export function stochasticDynamics<S, Plain>(options: StochasticDynamicsOptions<S, Plain>): StochasticDynamics<Plain> {
  const { name, title, kernel, statistics, horizons, rollouts, transitions, plain, hashed } = options;
  checkOptions(options);
  const question = { statistics: Object.keys(statistics), horizons, rollouts };
  /** Statistics at each horizon of a rollout of the simulator. */
  const valuesAlong = (start: S, key: Key): number[][] => {
    const states = trajectory({ init: () => start, step: (own, state) => kernel.step(own, state) }, key, horizons[horizons.length - 1] + 1);
    return horizons.map((horizon) => Object.values(statistics).map((statistic) => statistic(states[horizon])));
  };
  const ensembleFrom = (start: S, key: Key): number[][][] => {
    const paths = Array.from({ length: rollouts }, (_, r) => valuesAlong(start, key.fold(r)));
    return horizons.map((_, h) => Object.keys(statistics).map((_, s) => paths.map((path) => path[h][s])));
  };
  const sample = (key: Key): DynamicsFuture<Plain> => {
    const start = kernel.init(key.fold("start"));
    return {
      start: plain(start),
      transition: transition(key.fold("transition")),
      truth: {
        ensemble: ensembleFrom(start, key.fold("ensemble")),
        observed: valuesAlong(start, key.fold("observed")),
      },
    };
  };
  const transition = (key: Key): [Plain, Plain] => {
    const before = Math.floor(key.fold("time").stream().uniform() * transitions);
    let state = kernel.init(key.fold("start"));
    for (let t = 0; t < before; t++) state = kernel.step(key.fold(t), state);
    return [plain(state), plain(kernel.step(key.fold(before), state))];
  };
  return {
    id: `stochastic-dynamics/${name}`,
    version: 1,
    title,
    simulator: {
      id: `dynamics(${kernel.id}, ${JSON.stringify({ ...question, transitions })})`,
      prior: { sample },
      simulate: (_, { start, transition }) => ({ start, transition }),
    },
    truth: ({ truth }) => truth,
    check: checkDynamicsPrediction(question),
    ...(hashed !== undefined && { hashed }),
  };
}

function checkOptions<S, Plain>({ name, statistics, horizons, rollouts, transitions }: StochasticDynamicsOptions<S, Plain>): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) throw new RangeError(`name must be lower-case words joined by "-", got "${name}"`);
  if (Object.keys(statistics).length === 0) throw new RangeError("statistics must hold at least one, got none");
  const increase = horizons.every((h, i) => Number.isSafeInteger(h) && h > (horizons[i - 1] ?? 0));
  if (horizons.length === 0 || !increase) throw new RangeError(`horizons must be increasing integers >= 1, got [${horizons.join(", ")}]`);
  if (!(Number.isSafeInteger(rollouts) && rollouts >= 2)) throw new RangeError(`rollouts must be an integer >= 2, got ${rollouts}`);
  if (!(Number.isSafeInteger(transitions) && transitions >= 1)) throw new RangeError(`transitions must be an integer >= 1, got ${transitions}`);
}
