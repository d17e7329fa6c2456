import type { HostTensors } from "../../../nn/hostTensor.js";
import { type CellLattice, requireCellLattice } from "../../../simulators/lattice/cellLattice.js";

/** Types of entities: medium, light, dark. */
export const KINDS = 3;

/**
 * Lattices of cells as a model takes them.
 *
 * occupancy_{b,e}(p) = [ids_b(p) = e],  kinds_{b,e,t} = [types_b(e) = t]
 *
 * @param lattices B ≥ 1 of them, of one size and with one number of cells
 * @returns `occupancy` [B, E, S, S] and `kinds` [B, E, 3], E = cells + 1
 * @throws RangeError if there is no lattice, they differ in size, one is malformed, or a cell is empty
 * @example cellFields([{ size: 3, ids: new Int16Array(9).fill(1), types: new Uint8Array([0, 2]) }]).kinds.shape // => [1, 2, 3]
 */
export function cellFields(lattices: readonly CellLattice[]): HostTensors {
  if (lattices.length === 0) throw new RangeError("lattices must hold at least one, got none");
  const { size, types } = lattices[0];
  const [entities, sites] = [types.length, size * size];
  const occupancy = new Float32Array(lattices.length * entities * sites);
  const kinds = new Float32Array(lattices.length * entities * KINDS);
  lattices.forEach((lattice, b) => {
    requireCellLattice(lattice);
    if (lattice.size !== size || lattice.types.length !== entities) {
      throw new RangeError(`lattices must have size ${size} and ${entities - 1} cells, got ${lattice.size} and ${lattice.types.length - 1}`);
    }
    lattice.ids.forEach((id, site) => (occupancy[(b * entities + id) * sites + site] = 1));
    lattice.types.forEach((type, id) => (kinds[(b * entities + id) * KINDS + type] = 1));
  });
  return {
    occupancy: { data: occupancy, shape: [lattices.length, entities, size, size] },
    kinds: { data: kinds, shape: [lattices.length, entities, KINDS] },
  };
}
