import { permutation } from "../../../random/permutation.js";
import type { Stream } from "../../../random/stream.js";
import { requireOrder } from "./requireOrder.js";

/** An element of S_cells × ℤ_size²: rename the cells, and move the lattice on its torus. */
export interface LatticeSymmetry {
  /** Cell i + 1 of the result is cell order[i] + 1 of the argument; the medium stays the medium. */
  readonly order: ArrayLike<number>;
  /** Sites by which everything moves, down and to the right; integers in [0, size). */
  readonly shift: readonly [number, number];
}

/**
 * One draw from the uniform law on S_cells × torus translations.
 *
 * order ~ U(S_cells), shift ~ U({0, …, size − 1}²), independent
 *
 * @param stream source of randomness
 * @param cells their number, an integer ≥ 1
 * @param size sites along a side, an integer ≥ 3
 * @returns the element
 * @throws RangeError if cells or size leaves its domain
 * @example [...drawLatticeSymmetry(Key.root(0).stream(), 1, 5).order] // => [0]
 */
export function drawLatticeSymmetry(stream: Stream, cells: number, size: number): LatticeSymmetry {
  if (!(Number.isInteger(cells) && cells >= 1)) throw new RangeError(`cells must be an integer >= 1, got ${cells}`);
  if (!(Number.isInteger(size) && size >= 3)) throw new RangeError(`size must be an integer >= 3, got ${size}`);
  const order = permutation(stream, cells);
  return { order, shift: [permutation(stream, size)[0], permutation(stream, size)[0]] };
}

/**
 * Check an element of S_cells × torus translations.
 *
 * order a permutation of 0, …, cells − 1, shift ∈ {0, …, size − 1}²
 *
 * @param symmetry the element
 * @param cells their number
 * @param size sites along a side
 * @throws RangeError if the order is no such permutation, or the shift not two such integers
 */
export function requireLatticeSymmetry({ order, shift }: LatticeSymmetry, cells: number, size: number): void {
  requireOrder(order, cells);
  if (!(shift.length === 2 && shift.every((by) => Number.isInteger(by) && by >= 0 && by < size))) {
    throw new RangeError(`shift must be two integers in [0, ${size}), got [${shift.join(", ")}]`);
  }
}
