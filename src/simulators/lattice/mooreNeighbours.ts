const OFFSETS = [[0, 1], [1, -1], [1, 0], [1, 1], [0, -1], [-1, 1], [-1, 0], [-1, -1]] as const;

/**
 * The Moore neighbours of every site of a periodic square lattice.
 *
 * N(r, c) = {(r + i, c + j) mod size : i, j ∈ {−1, 0, 1}, not both 0}; the first four of each site reach every
 * unordered pair of neighbours once
 *
 * @param size sites along a side, an integer ≥ 3
 * @returns sites, numbered row by row, shape [size², 8]
 * @throws RangeError if size is not such an integer
 * @source Toffoli & Margolus 1987, "Cellular Automata Machines" (the Moore neighbourhood)
 * @example [...mooreNeighbours(3).subarray(0, 4)] // => [1, 5, 3, 4]
 */
export function mooreNeighbours(size: number): Int32Array {
  if (!(Number.isInteger(size) && size >= 3)) throw new RangeError(`size must be an integer >= 3, got ${size}`);
  const neighbours = new Int32Array(8 * size * size);
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (const [i, j] of OFFSETS) neighbours[at++] = ((row + i + size) % size) * size + ((column + j + size) % size);
    }
  }
  return neighbours;
}
