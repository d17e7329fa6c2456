import type { Rows } from "../../nn/standardisation.js";
import type { tf } from "../../nn/tf.js";

/**
 * What a net is trained to minimise, and how its outputs are read.
 *
 * The minimiser of the expected loss given x defines what an SGNN estimates: the posterior mean, median,
 * quantiles or class probabilities.
 */
export interface Loss {
  /** Stable identity with its constants, for example `pinball(0.05,0.95)`. */
  readonly id: string;
  /** Whether the loss sees targets in standard units; outputs are then scaled back to target units. */
  readonly standardised: boolean;
  /** One target as a row of numbers; throws RangeError if it is outside the loss's domain. */
  readonly encode: (target: number | ArrayLike<number>) => ArrayLike<number>;
  /** Throws RangeError if a training set of encoded targets cannot teach what the loss is about; absent where any can. */
  readonly requireTargets?: (targets: Rows) => void;
  /** Width of the net's output for encoded targets of this width; throws RangeError if there is none. */
  readonly outputs: (targetWidth: number) => number;
  /** Mean loss of a batch: outputs [n, k], encoded targets [n, width] → scalar. */
  readonly mean: (outputs: tf.Tensor2D, targets: tf.Tensor2D) => tf.Scalar;
  /** One row of outputs, shape [k], as a prediction; before it is scaled back. */
  readonly decode: (outputs: Float64Array) => Float64Array;
  /** The same for rows of outputs in a tensor: [n, k] → [n, k]. */
  readonly decodeRows: (outputs: tf.Tensor2D) => tf.Tensor2D;
}
