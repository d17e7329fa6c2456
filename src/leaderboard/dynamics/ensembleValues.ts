import type { Key } from "../../random/key.js";
import { rolloutEnsemble, type RolloutSteps } from "../../simulators/rolloutEnsemble.js";
import type { PredictionProgress } from "../entry.js";
import type { EnsembleValues } from "./dynamicsPrediction.js";

/** What is measured in ensembles. */
export interface EnsembleQuestion<S> {
  /** Name → a number of a state. */
  readonly statistics: Readonly<Record<string, (state: S) => number>>;
  /** Observations ahead, increasing integers ≥ 1. */
  readonly horizons: readonly number[];
  /** R, rollouts from each start, an integer ≥ 1. */
  readonly rollouts: number;
}

/** Rollouts that are made together. */
const BATCH = 512;

/**
 * Statistics of ensembles of rollouts, as a dynamics task wants them of its entries.
 *
 * v_{h,s,r} = s(x_r^h); null from the horizon on before which rollout r was lost, or at which a statistic is not finite
 *
 * @param steps how rollouts go on: of a model or of a simulator
 * @param starts initial states
 * @param question statistics, horizons and rollouts
 * @param key names the ensembles
 * @param progress hears how many steps of rollouts are done, those of lost ones included, and how many there are in all
 * @returns one ensemble for each start
 * @throws RangeError if a size leaves its domain
 * @example await ensembleValues(eachAlone((key, x) => x + 1), [5], { statistics: { x: (x) => x }, horizons: [2], rollouts: 1 },
 *   Key.root(0)) // => [[[[7]]]]
 */
export async function ensembleValues<S>(steps: RolloutSteps<S>, starts: readonly S[], question: EnsembleQuestion<S>, key: Key, progress?: PredictionProgress): Promise<EnsembleValues[]> {
  const { horizons, rollouts } = question;
  const statistics = Object.values(question.statistics);
  const together = Math.max(1, Math.floor(BATCH / rollouts));
  const sizes = { rollouts, steps: Math.max(...horizons) };
  const found: EnsembleValues[] = [];
  for (let first = 0; first < starts.length; first += together) {
    const some = starts.slice(first, first + together);
    const hear = (t: number): void => progress?.(rollouts * (first * sizes.steps + some.length * t), rollouts * starts.length * sizes.steps);
    for (const ensemble of await rolloutEnsemble(steps, some, sizes, key.fold(first), hear)) {
      const paths = ensemble.map(({ states }) => valuesAlong(states, statistics, horizons));
      found.push(horizons.map((_, h) => statistics.map((_, s) => paths.map((path) => path[h]?.[s] ?? null))));
    }
  }
  return found;
}

/** The statistics at each horizon that a rollout reaches with finite ones. */
function valuesAlong<S>(states: readonly S[], statistics: readonly ((state: S) => number)[], horizons: readonly number[]): number[][] {
  const reached: number[][] = [];
  for (const horizon of horizons) {
    if (horizon > states.length) break;
    const values = statistics.map((statistic) => statistic(states[horizon - 1]));
    if (!values.every(Number.isFinite)) break;
    reached.push(values);
  }
  return reached;
}
