import type { Tensors } from "./hostTensor.js";
import { tf } from "./tf.js";

/** Keeps the quotient finite where all gradients are 0. */
const TINY = 1e-6;

/**
 * Shorten gradients whose common length exceeds a bound; their direction stays.
 *
 * g ← g · min(1, c / (‖g‖ + 1e-6)),  ‖g‖² = Σ over all tensors and elements of g²
 *
 * @param gradients g, by name
 * @param norm c, the longest length: positive
 * @returns the clipped gradients, named and shaped as g; not finite where ‖g‖ is not
 * @throws RangeError if c is not positive
 * @source Pascanu, Mikolov & Bengio 2013, "On the difficulty of training recurrent neural networks", arXiv 1211.5063,
 *   algorithm 1
 */
export function clipGradients(gradients: Tensors, norm: number): Tensors {
  if (!(norm > 0)) throw new RangeError(`gradientNorm must be positive, got ${norm}`);
  return tf.tidy(() => {
    const squares = Object.values(gradients).map((g): tf.Tensor => tf.sum(tf.square(g)));
    const length = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square)));
    const factor = tf.minimum(tf.div(norm, tf.add(length, TINY)), 1);
    return Object.fromEntries(Object.entries(gradients).map(([name, g]) => [name, tf.mul(g, factor)]));
  });
}
