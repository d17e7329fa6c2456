import { type CellLattice, requireCellLattice } from "../../../simulators/lattice/cellLattice.js";
import { type LatticeSymmetry, requireLatticeSymmetry } from "./latticeSymmetry.js";

/**
 * Act with S_cells × torus translations on a lattice of cells.
 *
 * (g ids)(p) = g(ids(p − shift)), where cell order(i) + 1 becomes cell i + 1
 *
 * @param symmetry g
 * @param lattice the cells
 * @returns the moved lattice
 * @throws RangeError if g is no such element, or the lattice is malformed or has an empty cell
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (symmetries of the cellular dynamics)
 * @example [...moveLattice({ order: [1, 0], shift: [0, 1] }, { size: 3, ids: new Int16Array([1, 2, 0, 0, 0, 0, 0, 0, 0]),
 *   types: new Uint8Array([0, 1, 2]) }).ids] // => [0, 2, 1, 0, 0, 0, 0, 0, 0]
 */
export function moveLattice(symmetry: LatticeSymmetry, lattice: CellLattice): CellLattice {
  const cells = requireCellLattice(lattice);
  const { size, ids, types } = lattice;
  const { order, shift } = symmetry;
  requireLatticeSymmetry(symmetry, cells, size);
  const renamed = new Int16Array(cells + 1);
  const movedTypes = types.slice();
  for (let i = 0; i < cells; i++) {
    renamed[order[i] + 1] = i + 1;
    movedTypes[i + 1] = types[order[i] + 1];
  }
  const moved = new Int16Array(ids.length);
  ids.forEach((id, site) => {
    const [row, column] = [Math.floor(site / size), site % size];
    moved[((row + shift[0]) % size) * size + ((column + shift[1]) % size)] = renamed[id];
  });
  return { size, ids: moved, types: movedTypes };
}
