import { type CellLattice, requireCellLattice } from "./cellLattice.js";
import { mooreNeighbours } from "./mooreNeighbours.js";

/**
 * The sizes of the clusters of cells of equal type.
 *
 * Clusters are the connected components of the graph with cells as nodes and an edge id ~ id' where both have one type
 * and some site of one is a Moore neighbour of some site of the other
 *
 * @param lattice the cells
 * @returns cells per cluster, largest first, shape [clusters]; they sum to the number of cells
 * @throws RangeError if the lattice is malformed or a cell is empty
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (statistics of cellular dynamics)
 * @example cellsPerCluster({ size: 3, ids: new Int16Array([1, 2, 3, 0, 0, 0, 0, 0, 0]),
 *   types: new Uint8Array([0, 1, 2, 1]) }) // => [2, 1]
 */
export function cellsPerCluster(lattice: CellLattice): number[] {
  const cells = requireCellLattice(lattice);
  const { ids, types } = lattice;
  const neighbours = mooreNeighbours(lattice.size);
  const parent = Array.from({ length: cells + 1 }, (_, id) => id);
  const root = (id: number): number => {
    while (parent[id] !== id) id = parent[id] = parent[parent[id]];
    return id;
  };
  for (let site = 0; site < ids.length; site++) {
    for (let k = 0; k < 4; k++) {
      const [id, other] = [ids[site], ids[neighbours[8 * site + k]]];
      if (id !== other && types[id] === types[other]) parent[root(id)] = root(other);
    }
  }
  const counts = new Map<number, number>();
  for (let id = 1; id <= cells; id++) counts.set(root(id), (counts.get(root(id)) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}
