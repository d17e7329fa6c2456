import type { BodySymmetry } from "./bodySymmetry.js";
import { moveVectors } from "./moveVectors.js";

/**
 * Act with E(3) × S_n on the noise of a step: layers of one vector for each body.
 *
 * (g ξ)_{k,i} = R ξ_{k,order(i)}
 *
 * @param symmetry g
 * @param noise ξ, shape [k, n, 3] with n the length of the order
 * @returns g ξ, of the same shape
 * @throws RangeError if g is no such element, or the noise does not fall into such layers
 * @example [...moveNoise({ matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0], order: [1, 0] },
 *   [1, 2, 3, 4, 5, 6])] // => [4, 5, 6, 1, 2, 3]
 */
export function moveNoise(symmetry: BodySymmetry, noise: ArrayLike<number>): Float64Array {
  const layer = 3 * symmetry.order.length;
  if (!(noise.length % layer === 0)) throw new RangeError(`noise must have shape [k, ${layer / 3}, 3], got ${noise.length} numbers`);
  const values = Float64Array.from(noise);
  const moved = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += layer) moved.set(moveVectors(symmetry, values.subarray(at, at + layer)), at);
  return moved;
}
