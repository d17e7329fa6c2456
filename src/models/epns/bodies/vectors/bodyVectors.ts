import { tf } from "../../../../nn/tf.js";

/** Masses [B, n, 1], and positions and velocities [B, n, 3], of a batch of bodies. */
export interface BodyVectors {
  readonly mass: tf.Tensor;
  readonly x: tf.Tensor;
  readonly v: tf.Tensor;
}

/**
 * Take bodies apart, as they are seen from their centre of mass.
 *
 * x_i − Σ m_j x_j / Σ m_j: this is all that makes a model invariant under translations
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [B, n, 7]
 * @returns masses, centred positions, and velocities
 */
export function bodyVectors(state: tf.Tensor): BodyVectors {
  const [mass, x, v] = tf.split(state, [1, 3, 3], -1);
  const centre = tf.div(tf.sum(tf.mul(mass, x), 1, true), tf.sum(mass, 1, true));
  return { mass, x: tf.sub(x, centre), v };
}
