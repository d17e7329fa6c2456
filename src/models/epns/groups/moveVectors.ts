import { type BodySymmetry, requireBodySymmetry } from "./bodySymmetry.js";

/**
 * Act with E(3) × S_n on vectors that bodies carry, such as noise or latents: they turn and change places, and stay
 * as they are under translations.
 *
 * (g w)_{i,k} = R w_{order(i),k}
 *
 * @param symmetry g
 * @param vectors w, k vectors for each of n bodies, shape [n, k, 3] with n the length of the order
 * @returns g w, of the same shape
 * @throws RangeError if g is no such element, or vectors do not fall into n · k triples
 * @example [...moveVectors({ matrix: [0, 1, 0, 1, 0, 0, 0, 0, 1], translation: [5, 5, 5], order: [0] },
 *   [1, 2, 3])] // => [2, 1, 3]
 */
export function moveVectors(symmetry: BodySymmetry, vectors: ArrayLike<number>): Float64Array {
  const { matrix, order } = symmetry;
  const bodies = order.length;
  requireBodySymmetry(symmetry, bodies);
  const width = vectors.length / bodies;
  if (!(width % 3 === 0)) throw new RangeError(`vectors must have shape [${bodies}, k, 3], got ${vectors.length} numbers`);
  const moved = new Float64Array(vectors.length);
  for (let i = 0; i < bodies; i++) {
    for (let k = 0; k < width; k += 3) {
      const from = order[i] * width + k;
      for (let row = 0; row < 3; row++) {
        const at = 3 * row;
        moved[i * width + k + row] =
          matrix[at] * vectors[from] + matrix[at + 1] * vectors[from + 1] + matrix[at + 2] * vectors[from + 2];
      }
    }
  }
  return moved;
}
