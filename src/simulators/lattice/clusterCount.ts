import type { CellLattice } from "./cellLattice.js";
import { cellsPerCluster } from "./cellsPerCluster.js";

/**
 * The number of clusters of cells of equal type.
 *
 * #clusters = length of `cellsPerCluster`
 *
 * @param lattice the cells
 * @returns an integer in [0, cells]; 0 only where there are no cells
 * @throws RangeError if the lattice is malformed or a cell is empty
 * @example clusterCount({ size: 3, ids: new Int16Array([1, 2, 0, 0, 0, 0, 0, 0, 0]),
 *   types: new Uint8Array([0, 1, 2]) }) // => 2
 */
export function clusterCount(lattice: CellLattice): number {
  return cellsPerCluster(lattice).length;
}
