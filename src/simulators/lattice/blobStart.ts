import { permutation } from "../../random/permutation.js";
import type { Stream } from "../../random/stream.js";
import type { CellLattice } from "./cellLattice.js";

const SIDE = 5;

/**
 * Check that the cells of `blobStart` find room.
 *
 * cells ≤ ⌊size/5⌋²
 *
 * @param size sites along a side, an integer in [5, 4096]
 * @param cells an even integer in [2, min(⌊size/5⌋², 32766)]
 * @throws RangeError if an argument leaves its domain
 */
export function requireBlob(size: number, cells: number): void {
  if (!(Number.isInteger(size) && size >= SIDE && size <= 4096)) {
    throw new RangeError(`size must be an integer in [${SIDE}, 4096], got ${size}`);
  }
  const most = Math.min(Math.floor(size / SIDE) ** 2, 32_766); // ids are Int16
  if (!(Number.isInteger(cells) && cells % 2 === 0 && cells >= 2 && cells <= most)) {
    throw new RangeError(`cells must be an even integer in [2, ${most}], got ${cells}`);
  }
}

/**
 * One draw of the start of `cellularPotts`: square cells packed into a blob around the centre, half light and half
 * dark.
 *
 * The lattice is tiled by 5×5 squares; the cells are the tiles whose centres are nearest to the centre of the tiling,
 * ties in random order. Which cell lies where, and which are light, is uniform, so that the law is invariant under
 * permutations of the cells; every V = 25
 *
 * @param stream source of randomness
 * @param size sites along a side, an integer in [5, 4096]
 * @param cells an even integer in [2, min(⌊size/5⌋², 32766)]
 * @returns the cells
 * @throws RangeError if an argument leaves its domain
 * @source the initial law of the cellular task; Graner & Glazier 1992 start from such a blob
 */
export function blobStart(stream: Stream, size: number, cells: number): CellLattice {
  requireBlob(size, cells);
  const tiles = Math.floor(size / SIDE);
  const distance = (tile: number): number =>
    (2 * Math.floor(tile / tiles) - tiles + 1) ** 2 + (2 * (tile % tiles) - tiles + 1) ** 2;
  const places = [...permutation(stream, tiles * tiles)].sort((a, b) => distance(a) - distance(b)).slice(0, cells);
  const order = permutation(stream, cells);
  const margin = Math.floor((size - SIDE * tiles) / 2);

  const ids = new Int16Array(size * size);
  places.forEach((tile, i) => {
    const corner = (margin + SIDE * Math.floor(tile / tiles)) * size + margin + SIDE * (tile % tiles);
    for (let row = 0; row < SIDE; row++) ids.fill(order[i] + 1, corner + row * size, corner + row * size + SIDE);
  });
  const types = new Uint8Array(cells + 1);
  permutation(stream, cells).forEach((cell, i) => (types[cell + 1] = i < cells / 2 ? 1 : 2));
  return { size, ids, types };
}
