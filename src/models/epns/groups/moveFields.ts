import { type LatticeSymmetry, requireLatticeSymmetry } from "./latticeSymmetry.js";

/**
 * Act with S_cells × torus translations on fields of cells, such as occupancies, logits or noise.
 *
 * (g f)_{0}(p) = f_0(p − shift), (g f)_{i+1}(p) = f_{order(i)+1}(p − shift)
 *
 * @param symmetry g
 * @param fields f, one number per site for the medium and each cell, shape [cells + 1, size, size]
 * @param size sites along a side
 * @returns g f, of the same shape
 * @throws RangeError if g is no such element, or fields have another shape
 * @example [...moveFields({ order: [1, 0], shift: [0, 0] }, [1, 2, 3], 1)] // => [1, 3, 2]
 */
export function moveFields(symmetry: LatticeSymmetry, fields: ArrayLike<number>, size: number): Float64Array {
  const { order, shift } = symmetry;
  const cells = order.length;
  requireLatticeSymmetry(symmetry, cells, size);
  const sites = size * size;
  if (fields.length !== (cells + 1) * sites) {
    throw new RangeError(`fields must have shape [${cells + 1}, ${size}, ${size}], got ${fields.length} numbers`);
  }
  const moved = new Float64Array(fields.length);
  for (let id = 0; id <= cells; id++) {
    const from = sites * (id === 0 ? 0 : order[id - 1] + 1);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const to = ((row + shift[0]) % size) * size + ((column + shift[1]) % size);
        moved[sites * id + to] = fields[from + row * size + column];
      }
    }
  }
  return moved;
}
