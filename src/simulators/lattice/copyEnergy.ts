import type { PottsBoard } from "./pottsBoard.js";

/**
 * The change of the Potts energy when one site takes another id, by increments.
 *
 * ΔH = Σ_{s' ∈ N(s)} [J(id', id_{s'}) − J(id, id_{s'})] + λ [2(V_{id'} − V₀) + 1] − λ [2(V_id − V₀) − 1], J = 0 between
 * equal ids and no volume term for the medium, id = 0
 *
 * @param board the cells
 * @param site s, a site of the board; not checked
 * @param id id', another id than the site's; not checked
 * @returns ΔH, in the units of J
 * @source Graner & Glazier 1992, "Simulation of biological cell sorting using a two-dimensional extended Potts model"
 */
export function copyEnergy(board: PottsBoard, site: number, id: number): number {
  const { ids, volumes, neighbours, costs, targetVolume, volumeStrength } = board;
  const n = volumes.length;
  const old = ids[site];
  const gained = n * id;
  const lost = n * old;
  let change = 0;
  for (let k = 8 * site; k < 8 * site + 8; k++) {
    const other = ids[neighbours[k]];
    change += costs[gained + other] - costs[lost + other];
  }
  if (id !== 0) change += volumeStrength * (2 * (volumes[id] - targetVolume) + 1);
  if (old !== 0) change -= volumeStrength * (2 * (volumes[old] - targetVolume) - 1);
  return change;
}
