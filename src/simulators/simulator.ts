import type { Key } from "../random/key.js";
import type { Distribution } from "./distribution.js";

/**
 * A joint law of parameters and data that can be drawn from: θ ~ prior, x ~ p(x | θ).
 *
 * Laws that every simulator obeys (`test/contracts`): equal keys give equal draws, nothing global is read or
 * written, and a draw does not depend on which draws came before.
 *
 * @typeParam Theta the parameter θ
 * @typeParam X the observable x
 */
export interface Simulator<Theta, X> {
  /** Stable identity with its constants, for example `gamma-poisson(counts=1, shape=2, rate=1)`. */
  readonly id: string;
  readonly prior: Distribution<Theta>;
  /** x ~ p(· | θ); equal keys and parameters give equal data. */
  simulate(key: Key, theta: Theta): X;
}
