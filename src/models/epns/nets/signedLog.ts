import { tf } from "../../../nn/tf.js";

/**
 * Numbers with heavy tails, brought to the order of 1: close encounters give increments hundreds of times the usual ones.
 *
 * sign(a) log(1 + |a|), odd, and a itself near 0
 *
 * @param a any shape
 * @returns the compressed numbers, of the same shape
 */
export function signedLog(a: tf.Tensor): tf.Tensor {
  const log = (part: tf.Tensor): tf.Tensor => tf.log(tf.add(tf.relu(part), 1));
  return tf.sub(log(a), log(tf.neg(a)));
}
