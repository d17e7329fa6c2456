import { tf } from "../../../../nn/tf.js";
import type { BodyVectors } from "./bodyVectors.js";

/** ε² in d = √(|dx|² + ε²): that of the forces between the bodies of `celestial`. */
const SOFTENING = 1e-2;

/** What body i sees of body j, for all ordered pairs; differences are those of j from i. */
export interface BodyPairs {
  /** Shape [B, n, n, 3]. */
  readonly dx: tf.Tensor;
  readonly dv: tf.Tensor;
  /** d, shape [B, n, n, 1]. */
  readonly distance: tf.Tensor;
}

/**
 * Differences of all ordered pairs of bodies, and their softened distances.
 *
 * dx_ij = x_j − x_i,  dv_ij = v_j − v_i,  d_ij = √(|dx_ij|² + ε² + δ_ij), ε = .1: a body is at distance about 1 of itself
 *
 * @param bodies positions and velocities
 * @returns the differences and distances; d > 0
 */
export function bodyPairs({ x, v }: BodyVectors): BodyPairs {
  const differences = (of: tf.Tensor): tf.Tensor => tf.sub(tf.expandDims(of, 1), tf.expandDims(of, 2));
  const dx = differences(x);
  const self = tf.expandDims(tf.eye(x.shape[1]!), -1);
  const squared = tf.add(tf.sum(tf.square(dx), -1, true), tf.add(self, SOFTENING));
  return { dx, dv: differences(v), distance: tf.sqrt(squared) };
}
