import { type CellLattice, requireCellLattice } from "./cellLattice.js";
import { mooreNeighbours } from "./mooreNeighbours.js";
import type { PottsConstants } from "./pottsEnergy.js";

/** A lattice opened for copying: what the energy change of one copy needs, ready to be read. */
export interface PottsBoard {
  /** Changed by every copy. */
  readonly ids: Int16Array;
  /** Sites of each id, the medium among them, shape [cells + 1]; changed by every copy. */
  readonly volumes: Int32Array;
  /** Shape [size², 8]. */
  readonly neighbours: Int32Array;
  /** J by id, 0 on the diagonal, shape [cells + 1, cells + 1]. */
  readonly costs: Float64Array;
  readonly targetVolume: number;
  readonly volumeStrength: number;
}

/**
 * Open a lattice for copying; the lattice itself stays as it is.
 *
 * costs_{id, id'} = J(type, type') for id ≠ id', 0 for id = id'
 *
 * @param lattice the cells
 * @param constants J, V₀ and λ; not checked
 * @param neighbours Moore neighbours of its sites, shape [size², 8]; default: made here
 * @returns the board, with a copy of the ids
 * @throws RangeError if the lattice is malformed or a cell is empty
 */
export function pottsBoard(
  lattice: CellLattice,
  constants: PottsConstants,
  neighbours = mooreNeighbours(lattice.size),
): PottsBoard {
  const n = requireCellLattice(lattice) + 1;
  const { types } = lattice;
  const { adhesion, targetVolume, volumeStrength } = constants;
  const costs = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) costs[n * a + b] = a === b ? 0 : adhesion[types[a]][types[b]];
  }
  const volumes = new Int32Array(n);
  for (const id of lattice.ids) volumes[id]++;
  return { ids: lattice.ids.slice(), volumes, neighbours, costs, targetVolume, volumeStrength };
}
