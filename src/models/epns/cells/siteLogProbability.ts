import { tf } from "../../../nn/tf.js";

/**
 * The log-probability of lattices under a categorical law at each site, in nats per site.
 *
 * 1/N Σ_p log softmax(logits(p))_{x'(p)}, N = S² sites
 *
 * @param logits shape [B, E, S, S]
 * @param target x', 1 where the entity is, else 0, of that shape
 * @returns numbers ≤ 0, shape [B]
 */
export function siteLogProbability(logits: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const chosen = tf.sum(tf.mul(logits, target), 1);
  return tf.mean(tf.sub(chosen, tf.logSumExp(logits, 1)), [1, 2]);
}
