import { type CellLattice, requireCellLattice } from "./cellLattice.js";

/**
 * The volumes of cells.
 *
 * V_id = #{sites of cell id}
 *
 * @param lattice the cells
 * @returns V ≥ 1 of cells 1, 2, …, in sites, shape [cells]
 * @throws RangeError if the lattice is malformed or a cell is empty
 * @example [...volumes({ size: 3, ids: new Int16Array([1, 1, 0, 2, 0, 0, 0, 0, 0]),
 *   types: new Uint8Array([0, 1, 2]) })] // => [2, 1]
 */
export function volumes(lattice: CellLattice): Int32Array {
  const counts = new Int32Array(requireCellLattice(lattice) + 1);
  for (const id of lattice.ids) counts[id]++;
  return counts.slice(1);
}
