import type { Stream } from "../../random/stream.js";
import { copyEnergy } from "./copyEnergy.js";
import type { PottsBoard } from "./pottsBoard.js";

/**
 * Metropolis attempts to copy the id of a neighbour into a site, one after the other.
 *
 * A pair (site, neighbour) is drawn uniformly from all 8 size² ordered Moore pairs; the site takes the neighbour's id
 * with probability min(1, e^{−ΔH/T}). Two kinds of attempts change nothing: between equal ids, and those that would
 * take the last site of a cell, so that no cell ever vanishes (as if an empty cell had H = ∞)
 *
 * @param stream source of randomness
 * @param board the cells: changed in place
 * @param temperature T in the units of J, positive and finite; not checked
 * @param attempts how many, an integer ≥ 0; one Monte Carlo step is size² attempts
 * @source Graner & Glazier 1992, "Simulation of biological cell sorting using a two-dimensional extended Potts model"
 */
export function attemptCopies(stream: Stream, board: PottsBoard, temperature: number, attempts: number): void {
  const { ids, volumes, neighbours } = board;
  const pairs = neighbours.length;
  const bucket = Math.floor(2 ** 32 / pairs); // 2³² words in equal buckets, the remainder drawn again: exactly uniform
  for (let attempt = 0; attempt < attempts; ) {
    const pair = Math.floor((stream.int32() >>> 0) / bucket);
    if (pair >= pairs) continue;
    attempt++;
    const site = pair >> 3;
    const old = ids[site];
    const id = ids[neighbours[pair]];
    if (id === old || (old !== 0 && volumes[old] === 1)) continue;
    const change = copyEnergy(board, site, id);
    if (change > 0 && stream.uniform() >= Math.exp(-change / temperature)) continue;
    ids[site] = id;
    volumes[old]--;
    volumes[id]++;
  }
}
