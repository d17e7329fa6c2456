import { permutation } from "../../../random/permutation.js";
import type { Stream } from "../../../random/stream.js";
import { uniform } from "../../../random/uniform.js";
import { haarOrthogonal } from "./haarOrthogonal.js";
import { requireOrder } from "./requireOrder.js";
import { type Matrix3, requireOrthogonal } from "./requireOrthogonal.js";

/** An element of E(3) × S_n: turn (or reflect), move, and put the bodies in another order. */
export interface BodySymmetry {
  /** R, orthogonal, row by row, shape [9]. */
  readonly matrix: Matrix3;
  /** t, a finite length along each axis, shape [3]. */
  readonly translation: readonly number[];
  /** Body i of the result is body order[i] of the argument: each of 0, …, n − 1 once. */
  readonly order: ArrayLike<number>;
}

/**
 * Check an element of E(3) × S_n.
 *
 * R Rᵀ = I, t ∈ ℝ³, order a permutation of 0, …, n − 1
 *
 * @param symmetry the element
 * @param bodies n
 * @throws RangeError if the matrix is not orthogonal, the translation not 3 finite numbers, or the order no permutation
 */
export function requireBodySymmetry({ matrix, translation, order }: BodySymmetry, bodies: number): void {
  requireOrthogonal(matrix);
  if (translation.length !== 3 || !translation.every(Number.isFinite)) {
    throw new RangeError(`translation must be 3 finite numbers, got [${translation.join(", ")}]`);
  }
  requireOrder(order, bodies);
}

/**
 * One draw from E(3) × S_n: uniform on O(3) and on S_n, a translation uniform on a cube.
 *
 * R ~ Haar on O(3), t_k ~ U(−reach/√3, reach/√3), so that |t| ≤ reach, order uniform on S_n
 *
 * @param stream source of randomness
 * @param bodies n, an integer ≥ 1
 * @param reach the longest translation, finite and ≥ 0
 * @returns the element
 * @throws RangeError if bodies or reach leaves its domain
 * @example [...drawBodySymmetry(Key.root(0).stream(), 1, 0).order] // => [0]
 */
export function drawBodySymmetry(stream: Stream, bodies: number, reach: number): BodySymmetry {
  if (!(Number.isInteger(bodies) && bodies >= 1)) throw new RangeError(`bodies must be an integer >= 1, got ${bodies}`);
  if (!(reach >= 0 && reach < Infinity)) throw new RangeError(`reach must be finite and >= 0, got ${reach}`);
  const side = reach / Math.sqrt(3);
  return {
    matrix: haarOrthogonal(stream),
    translation: [0, 1, 2].map(() => (side === 0 ? 0 : uniform(stream, -side, side))),
    order: permutation(stream, bodies),
  };
}
