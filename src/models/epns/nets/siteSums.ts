import { tf } from "../../../nn/tf.js";
import { signedLog } from "./signedLog.js";

/**
 * What images hold in all, channel by channel: of a cell's own image this is its volume, which no window of a convolution
 * sees whole.
 *
 * s_c = sign(Σ_p x_c(p)) log(1 + |Σ_p x_c(p)|), unchanged by translations of the torus. Sums over sites differ a hundredfold
 * between a cell and the medium; their signed logarithm is of order 1
 *
 * @param images x, shape [N, S, S, C]
 * @returns s, shape [N, C]
 */
export function siteSums(images: tf.Tensor): tf.Tensor {
  return signedLog(tf.sum(images, [1, 2]));
}
