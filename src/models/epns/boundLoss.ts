import { tf } from "../../nn/tf.js";

/**
 * What training minimises: the negative evidence lower bound, with a weight on the divergence and free bits for it.
 *
 * −mean_b fit_b + β Σ_l max(λ, mean_b KL_bl)
 *
 * @param bound log-likelihoods, shape [B], and divergences, shape [B, L]
 * @param klWeight β ≥ 0, a scalar; annealed during training, 1 for the bound itself
 * @param freeBits λ ≥ 0 in nats for each latent: below it the divergence costs nothing more; 0 for the bound itself
 * @returns the loss in nats
 * @throws RangeError if λ is negative or not finite
 * @source Kingma et al. 2016, "Improved variational inference with inverse autoregressive flow", arXiv 1606.04934 (free
 *   bits); Bowman et al. 2015, arXiv 1511.06349 (annealing the weight of the divergence)
 */
export function boundLoss(
  bound: { readonly fit: tf.Tensor; readonly divergence: tf.Tensor },
  klWeight: tf.Tensor,
  freeBits = 0,
): tf.Scalar {
  if (!(freeBits >= 0 && freeBits < Infinity)) throw new RangeError(`freeBits must be finite and >= 0, got ${freeBits}`);
  const divergence = tf.sum(tf.maximum(tf.mean(bound.divergence, 0), freeBits));
  return tf.sub(tf.mul(klWeight, divergence), tf.mean(bound.fit));
}
