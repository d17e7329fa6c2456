/** A 3×3 matrix, row by row, shape [9]. */
export type Matrix3 = readonly number[];

const TOLERANCE = 1e-9;

/**
 * Check that a matrix is an element of O(3).
 *
 * R Rᵀ = I, every entry to 1e-9
 *
 * @param matrix R, row by row, shape [9]
 * @throws RangeError if the shape differs or R Rᵀ is not I
 * @example requireOrthogonal([0, 1, 0, 1, 0, 0, 0, 0, -1]) // => undefined
 */
export function requireOrthogonal(matrix: Matrix3): void {
  if (matrix.length !== 9) throw new RangeError(`matrix must have shape [9], got ${matrix.length} numbers`);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j <= i; j++) {
      const product = [0, 1, 2].reduce((sum, k) => sum + matrix[3 * i + k] * matrix[3 * j + k], 0);
      const wanted = i === j ? 1 : 0;
      if (!(Math.abs(product - wanted) <= TOLERANCE)) {
        throw new RangeError(`matrix must be orthogonal, got rows ${i} and ${j} with product ${product}, not ${wanted}`);
      }
    }
  }
}
