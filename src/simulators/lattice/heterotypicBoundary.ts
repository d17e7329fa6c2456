import { type CellLattice, requireCellLattice } from "./cellLattice.js";
import { mooreNeighbours } from "./mooreNeighbours.js";

/**
 * The length of the boundary between light and dark cells; cell sorting lowers it.
 *
 * L = #{unordered Moore pairs of sites with one in a light cell and one in a dark cell}
 *
 * @param lattice the cells
 * @returns L ≥ 0, in pairs (a straight boundary has 3 per site of its length); boundaries with the medium do not count
 * @throws RangeError if the lattice is malformed or a cell is empty
 * @source Graner & Glazier 1992, "Simulation of biological cell sorting using a two-dimensional extended Potts model"
 *   (heterotypic boundary length, there in unit edges)
 * @example heterotypicBoundary({ size: 3, ids: new Int16Array([1, 2, 0, 0, 0, 0, 0, 0, 0]),
 *   types: new Uint8Array([0, 1, 2]) }) // => 1
 */
export function heterotypicBoundary(lattice: CellLattice): number {
  requireCellLattice(lattice);
  const { ids, types } = lattice;
  const neighbours = mooreNeighbours(lattice.size);
  let pairs = 0;
  for (let site = 0; site < ids.length; site++) {
    for (let k = 0; k < 4; k++) {
      // 1 light + 2 dark = 3; no other two types have this sum
      if (types[ids[site]] + types[ids[neighbours[8 * site + k]]] === 3) pairs++;
    }
  }
  return pairs;
}
