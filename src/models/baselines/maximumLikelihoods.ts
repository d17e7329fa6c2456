/**
 * How well each of several mechanisms can explain data, each with its own best parameters.
 *
 * ℓ_i(x) = max_θ log p(x | θ, mechanism i)
 *
 * @typeParam X the observable x
 */
export interface MaximumLikelihoods<X> {
  /** Stable identity with its constants, for example `trend(classes=2, sigma=0.05)`. */
  readonly id: string;
  /** n, the number of observations in x. */
  readonly observations: number;
  /** k_i, the number of fitted parameters per mechanism, noise parameters included. */
  readonly parameters: readonly number[];
  /** ℓ_i(x), one finite number per mechanism; throws RangeError if there is none. */
  readonly maximise: (x: X) => number[];
}
