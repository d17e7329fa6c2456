import { type BodySymmetry, drawBodySymmetry, ksDistance, ksPValue, type Key, moveBodies } from "simverdict";
import type { Steps } from "./compiled-steps.js";
import { inverse } from "./moment-witness.js";

/** Level of the test of one coordinate. */
const ALPHA = 1e-3;
/** Longest translation. */
const REACH = 10;

/** A check of equivariance: how many rollouts, how long. */
export interface PooledCheck {
  /** Initial states; from each one rollout, and one from where g moves it. */
  readonly rollouts: number;
  /** Steps of a rollout. */
  readonly steps: number;
}

/**
 * One repeat of the pooled check: fresh initial states, one element g, rollouts from x and from g x turned back, and a
 * two-sample Kolmogorov–Smirnov test for each coordinate of each body, over all initial states. Rollouts that are no longer
 * finite are left out on both sides: of an equivariant kernel as many here as there, by law.
 *
 * @returns whether any coordinate is rejected at level 1e-3, without a correction for their number, which favours the check
 */
export async function pooledCheck(steps: Steps, init: (key: Key) => Float64Array, { rollouts, steps: length }: PooledCheck, key: Key): Promise<boolean> {
  const states = Array.from({ length: rollouts }, (_, i) => init(key.fold("init").fold(i)));
  const element = drawBodySymmetry(key.fold("element").stream(), states[0].length / 7, REACH);
  let ends = [...states, ...states.map((state) => moveBodies(element, state))];
  for (let t = 0; t < length; t++) ends = await steps(ends, key.fold("steps").fold(t));
  const finite = (some: readonly Float64Array[]): Float64Array[] => some.filter((state) => state.every(Number.isFinite));
  return differ(finite(ends.slice(0, rollouts)), finite(ends.slice(rollouts)), inverse(element));
}

/** Whether states and others, turned back, differ in some coordinate. */
function differ(plain: readonly Float64Array[], moved: readonly Float64Array[], back: BodySymmetry): boolean {
  if (plain.length === 0 || moved.length === 0) return false;
  const turned = moved.map((state) => moveBodies(back, state));
  const effective = (plain.length * moved.length) / (plain.length + moved.length);
  const coordinates = Array.from({ length: plain[0].length }, (_, at) => at).filter((at) => at % 7 > 0);
  return coordinates.some((at) => {
    const distance = ksDistance(plain.map((state) => state[at]), turned.map((state) => state[at]));
    return ksPValue(distance, effective) < ALPHA;
  });
}
