import { type CellLattice, CELL_TYPES, requireCellLattice } from "./cellLattice.js";
import { mooreNeighbours } from "./mooreNeighbours.js";

/** Constants of the Potts energy. */
export interface PottsConstants {
  /** J, the energy of a pair of neighbouring sites by type, symmetric, shape [3, 3] as medium, light, dark. */
  readonly adhesion: readonly (readonly number[])[];
  /** V₀ in sites, finite and > 0. */
  readonly targetVolume: number;
  /** λ in energy per site², finite and ≥ 0. */
  readonly volumeStrength: number;
}

/**
 * The constants of the `cellular` task: cell sorting, since J(light, dark) exceeds the mean of J(light, light) and
 * J(dark, dark).
 */
export const CELL_SORTING: PottsConstants = {
  adhesion: [[0, 16, 16], [16, 14, 11], [16, 11, 2]],
  targetVolume: 25,
  volumeStrength: 1,
};

/**
 * Check the constants of the Potts energy: J = Jᵀ.
 *
 * @param constants the constants
 * @returns the same constants
 * @throws RangeError if J is not a symmetric 3×3 matrix of finite numbers, or V₀ or λ leaves its domain
 * @example requirePottsConstants(CELL_SORTING).targetVolume // => 25
 */
export function requirePottsConstants(constants: PottsConstants): PottsConstants {
  const { adhesion, targetVolume, volumeStrength } = constants;
  const n = CELL_TYPES.length;
  if (adhesion.length !== n || adhesion.some((row) => row.length !== n)) {
    const lengths = adhesion.map((row) => row.length).join(", ");
    throw new RangeError(`adhesion must have shape [3, 3], got rows of ${lengths}`);
  }
  adhesion.forEach((row, a) =>
    row.forEach((j, b) => {
      if (!Number.isFinite(j)) throw new RangeError(`adhesion must hold finite numbers, got ${j}`);
      if (j !== adhesion[b][a]) {
        const pair = `${CELL_TYPES[a]} and ${CELL_TYPES[b]}`;
        throw new RangeError(`adhesion must be symmetric, got ${j} and ${adhesion[b][a]} for ${pair}`);
      }
    }),
  );
  if (!(targetVolume > 0 && targetVolume < Infinity)) {
    throw new RangeError(`targetVolume must be positive and finite, got ${targetVolume}`);
  }
  if (!(volumeStrength >= 0 && volumeStrength < Infinity)) {
    throw new RangeError(`volumeStrength must be finite and >= 0, got ${volumeStrength}`);
  }
  return constants;
}

/**
 * The energy of cells in the cellular Potts model, from scratch.
 *
 * H = Σ_{pairs {s, s'} of Moore neighbours, id_s ≠ id_{s'}} J(type_s, type_{s'}) + λ Σ_cells (V − V₀)², every unordered
 * pair counted once
 *
 * @param lattice the cells
 * @param constants J, V₀ and λ; default those of the `cellular` task
 * @returns H, in the units of J
 * @throws RangeError if the lattice is malformed, a cell is empty, or a constant leaves its domain
 * @source Graner & Glazier 1992, "Simulation of biological cell sorting using a two-dimensional extended Potts model"
 * @example pottsEnergy({ size: 3, ids: new Int16Array([1, 0, 0, 0, 0, 0, 0, 0, 0]),
 *   types: new Uint8Array([0, 1]) }) // => 704
 */
export function pottsEnergy(lattice: CellLattice, constants: PottsConstants = CELL_SORTING): number {
  const { adhesion, targetVolume, volumeStrength } = requirePottsConstants(constants);
  const volumes = new Int32Array(requireCellLattice(lattice) + 1);
  const { ids, types } = lattice;
  const neighbours = mooreNeighbours(lattice.size);
  let energy = 0;
  for (let site = 0; site < ids.length; site++) {
    volumes[ids[site]]++;
    for (let k = 0; k < 4; k++) {
      const [id, other] = [ids[site], ids[neighbours[8 * site + k]]];
      if (id !== other) energy += adhesion[types[id]][types[other]];
    }
  }
  return volumes.subarray(1).reduce((sum, volume) => sum + volumeStrength * (volume - targetVolume) ** 2, energy);
}
