import type { Simulator } from "../simulator.js";

/**
 * A simulator whose posterior is known exactly, with the inputs a network reads.
 *
 * A world is a plain record of functions that do not use `this`, so its members can be passed on alone.
 *
 * @typeParam Theta the parameter θ
 * @typeParam X the observable x
 */
export interface ConjugateWorld<Theta, X> extends Simulator<Theta, X> {
  /** Length of every feature vector. */
  readonly featureCount: number;
  /** The observable as `featureCount` finite numbers. */
  readonly features: (x: X) => ArrayLike<number>;
}
