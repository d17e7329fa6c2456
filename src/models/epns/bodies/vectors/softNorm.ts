import { tf } from "../../../../nn/tf.js";

/** So small that no speed or distance of interest notices, so large that the gradient at 0 is finite. */
const TINY = 1e-6;

/**
 * The length of vectors, differentiable at 0.
 *
 * |w| = √(w · w + 1e-6)
 *
 * @param vectors w, shape [..., 3]
 * @returns lengths ≥ 1e-3, shape [..., 1]
 */
export function softNorm(vectors: tf.Tensor): tf.Tensor {
  return tf.sqrt(tf.add(tf.sum(tf.square(vectors), -1, true), TINY));
}
