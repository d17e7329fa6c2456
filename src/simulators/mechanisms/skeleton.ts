import type { BoxParameter } from "./boxParameter.js";

/**
 * One mechanism without its noise: the path that data scatter about, as a function of its parameters.
 *
 * path: θ ∈ (0, ∞)^p → R^n, with θ_j log-uniform on the box of parameter j
 */
export interface Skeleton {
  /** The mechanism's name, for example `SEIR`. */
  readonly id: string;
  /** The support of the prior, one box per parameter, in the order that `path` reads them. */
  readonly parameters: readonly BoxParameter[];
  /** n, the number of values of the path. */
  readonly length: number;
  /**
   * Writes the path of θ into `out`, shape [n], in the units of the error law (log counts, or mean counts); allocates
   * nothing. θ is positive and finite, in natural units, and may lie outside the box: optimisers look there too.
   */
  readonly path: (theta: ArrayLike<number>, out: Float64Array) => void;
}
