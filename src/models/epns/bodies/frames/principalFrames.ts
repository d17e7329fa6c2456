import { tf } from "../../../../nn/tf.js";
import type { BodyVectors } from "../vectors/bodyVectors.js";

/** Every plane of space is turned once in a sweep; four bring a 3×3 matrix to rounding. */
const PLANES = [[0, 1], [0, 2], [1, 2]] as const;
const SWEEPS = 4;

const unit = (p: number, q: number): number[][] => [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === p && j === q ? 1 : 0)));

/**
 * Principal axes of bodies about their centre of mass: eigenvectors of the covariance of positions.
 *
 * C = Σ m_i x_i x_iᵀ / Σ m_i = R Λ Rᵀ, Λ descending, by Jacobi rotations in plain tensor operations. Signs of the columns
 * are arbitrary; so are the columns themselves where eigenvalues are equal (`eigengap`)
 *
 * @param bodies masses and centred positions
 * @returns R, eigenvectors as columns, shape [B, 3, 3]
 * @source Golub & Van Loan 2013, "Matrix Computations", 4th edition, section 8.5 (Jacobi methods)
 */
export function principalFrames({ mass, x }: Pick<BodyVectors, "mass" | "x">): tf.Tensor {
  let a: tf.Tensor = tf.div(tf.matMul(x, tf.mul(mass, x), true), tf.sum(mass, 1, true));
  let axes: tf.Tensor = tf.eye(3, 3, [x.shape[0]]);
  const entry = (p: number, q: number): tf.Tensor => tf.slice(a, [0, p, q], [-1, 1, 1]);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [p, q] of PLANES) {
      const twice = tf.mul(entry(p, q), 2);
      const difference = tf.sub(entry(q, q), entry(p, p));
      const sign = tf.sub(tf.mul(tf.cast(tf.greaterEqual(difference, 0), "float32"), 2), 1);
      const root = tf.sqrt(tf.add(tf.add(tf.square(difference), tf.square(twice)), 1e-30));
      const tangent = tf.div(tf.mul(sign, twice), tf.add(tf.abs(difference), root));
      const cosine = tf.rsqrt(tf.add(tf.square(tangent), 1));
      const diagonal = tf.add(tf.mul(tf.sub(cosine, 1), tf.add(unit(p, p), unit(q, q))), tf.eye(3));
      const rotation = tf.add(diagonal, tf.mul(tf.mul(tangent, cosine), tf.sub(unit(p, q), unit(q, p))));
      a = tf.matMul(tf.matMul(rotation, a, true), rotation);
      axes = tf.matMul(axes, rotation);
    }
  }
  return descending(axes, [0, 1, 2].map((i) => entry(i, i)));
}

/** Puts columns in the order of falling eigenvalues, each of shape [B, 1, 1]. */
function descending(axes: tf.Tensor, eigenvalues: tf.Tensor[]): tf.Tensor {
  const columns = tf.split(axes, 3, -1);
  const values = [...eigenvalues];
  for (const [i, j] of [[0, 1], [1, 2], [0, 1]] as const) {
    const keep = tf.cast(tf.greaterEqual(values[i], values[j]), "float32");
    const chosen = (list: tf.Tensor[]): void => {
      const [first, second] = [list[i], list[j]];
      const swap = tf.sub(1, keep);
      list[i] = tf.add(tf.mul(keep, first), tf.mul(swap, second));
      list[j] = tf.add(tf.mul(swap, first), tf.mul(keep, second));
    };
    chosen(values);
    chosen(columns);
  }
  return tf.concat(columns, -1);
}
