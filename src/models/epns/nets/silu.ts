import { tf } from "../../../nn/tf.js";

/**
 * The activation of all EPNS nets.
 *
 * silu(z) = z / (1 + e^{−z})
 *
 * @param z any shape
 * @returns silu(z), of the same shape
 * @source Elfwing et al. 2017, arXiv 1702.03118, equation 5
 */
export function silu(z: tf.Tensor): tf.Tensor {
  return tf.mul(z, tf.sigmoid(z));
}
