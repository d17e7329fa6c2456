import type { CellLattice } from "./cellLattice.js";

/**
 * Whether every cell of a lattice has a site; a model may take the last one of a cell, the simulator does not.
 *
 * V_id ≥ 1 for all cells id
 *
 * @param lattice the cells
 * @returns false where a cell is empty: such a lattice is refused by whatever measures or steps it
 * @example everyCellAlive({ size: 3, ids: new Int16Array(9), types: new Uint8Array([0, 1]) }) // => false
 */
export function everyCellAlive({ ids, types }: CellLattice): boolean {
  const seen = new Uint8Array(types.length);
  for (const id of ids) seen[id] = 1;
  return seen.indexOf(0, 1) < 0;
}
