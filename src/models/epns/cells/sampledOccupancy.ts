import { tf } from "../../../nn/tf.js";

/**
 * A draw of the next occupancy, as a constant: gradients do not pass through the choice.
 *
 * occupancy_e(p) = [logit_e(p) + γ_e(p) = max_e' (logit_e'(p) + γ_e'(p))], which is a draw from softmax(logits(p))
 *
 * @param logits shape [B, E, S, S]
 * @param gumbel γ, independent standard Gumbel noise of that shape
 * @returns 1 where the entity is, else 0, of that shape
 * @source Gumbel 1954, "Statistical theory of extreme values and some practical applications" (the maximum of such sums
 *   has the softmax law)
 */
export function sampledOccupancy(logits: tf.Tensor, gumbel: tf.Tensor): tf.Tensor {
  const detached = tf.customGrad((x) => {
    const scores = tf.add(x as tf.Tensor, gumbel);
    const value = tf.cast(tf.equal(scores, tf.max(scores, 1, true)), "float32");
    return { value, gradFunc: (dy: tf.Tensor) => tf.zerosLike(dy) };
  });
  return detached(logits);
}
