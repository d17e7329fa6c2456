import { tf } from "../../../../nn/tf.js";
import type { BodyPairs } from "./bodyPairs.js";
import type { BodyVectors } from "./bodyVectors.js";
import { softNorm } from "./softNorm.js";

/** Numbers that describe something, always as many. */
export interface ScalarFeatures<Of> {
  /** Names them in the id of a model, by which trainings and checkpoints are told apart; `custom` if not given. */
  readonly id?: string;
  /** F, how many. */
  readonly width: number;
  /** → shape [B, n, F] of bodies, [B, n, n, F] of pairs. */
  readonly of: (described: Of) => tf.Tensor;
}

const dot = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.sum(tf.mul(a, b), -1, true);

/** Of a body: m, |x|, |v|, x · v, and the mean of |x|² over all bodies; invariant under O(3). */
export const NODE_SCALARS: ScalarFeatures<BodyVectors> = {
  width: 5,
  of: ({ mass, x, v }) => {
    const extent = tf.mul(tf.mean(dot(x, x), 1, true), tf.onesLike(mass));
    return tf.concat([mass, softNorm(x), softNorm(v), dot(x, v), extent], -1);
  },
};

/** Of a pair: d, 1/d, 1/(10 d²), |dv|, dx · dv/d; invariant under O(3), and of order 1 also in close encounters. */
export const EDGE_SCALARS: ScalarFeatures<BodyPairs> = {
  width: 5,
  of: ({ dx, dv, distance }) => {
    const inverse = tf.reciprocal(distance);
    const approach = tf.mul(dot(dx, dv), inverse);
    return tf.concat([distance, inverse, tf.mul(tf.square(inverse), 0.1), softNorm(dv), approach], -1);
  },
};
