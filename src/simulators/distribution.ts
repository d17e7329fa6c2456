import type { Key } from "../random/key.js";

/**
 * A law that can be drawn from.
 *
 * @typeParam T one draw
 */
export interface Distribution<T> {
  /** One draw; equal keys give equal draws. */
  sample(key: Key): T;
  /** log p(x) with respect to the natural measure; −∞ outside the support. */
  logProb?(x: T): number;
}
