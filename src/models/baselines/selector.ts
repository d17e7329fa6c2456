/**
 * A rule that names the mechanism behind data.
 *
 * A selector is a plain record of functions that do not use `this`; where mechanisms tie it names the first.
 *
 * @typeParam X the observable x
 */
export interface Selector<X> {
  /** Stable identity with its constants, for example `bic(trend(classes=2, sigma=0.05))`. */
  readonly id: string;
  /** The index of a mechanism. */
  readonly select: (x: X) => number;
  /** A weight ≥ 0 per mechanism, with sum 1; largest where `select` points. */
  readonly probabilities?: (x: X) => number[];
}
