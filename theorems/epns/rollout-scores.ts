import { ksDistance, type Key, type Rollout, rolloutEnsemble, type RolloutSteps } from "simverdict";
import type { Dynamics } from "./dynamics.js";

/** What a rollout that was lost counts as: more than all others. Only the order of numbers is compared. */
const LOST = Number.MAX_VALUE;

/** Statistic of a state. */
type Feature<S> = (state: S) => number;

/** An ensemble from one initial state, as its values of a feature after some steps. */
export type FeatureValues<S> = (feature: Feature<S>) => number[];

/** Values of features after the last step of ensembles of rollouts, one ensemble for each start. */
export async function lastValues<S>(
  steps: RolloutSteps<S>,
  starts: readonly S[],
  sizes: { readonly rollouts: number; readonly steps: number },
  key: Key,
): Promise<FeatureValues<S>[]> {
  const last = ({ states, isStable }: Rollout<S>, feature: Feature<S>): number => (isStable ? feature(states[sizes.steps - 1]) : LOST);
  return (await rolloutEnsemble(steps, starts, sizes, key)).map((rollouts) => (feature) => rollouts.map((rollout) => last(rollout, feature)));
}

/** Kolmogorov–Smirnov distances of two ensembles, start by start. */
export function ksDistances<S>(a: readonly FeatureValues<S>[], b: readonly FeatureValues<S>[], feature: Feature<S>): number[] {
  return a.map((values, i) => ksDistance(values(feature), b[i](feature)));
}

/** Fresh initial states. */
export function freshStarts<S>({ init }: Dynamics<S>, count: number, key: Key): S[] {
  return Array.from({ length: count }, (_, i) => init(key.fold(i)));
}
