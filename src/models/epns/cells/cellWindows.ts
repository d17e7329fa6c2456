import type { HostTensor, HostTensors } from "../../../nn/hostTensor.js";
import { permutation } from "../../../random/permutation.js";
import type { Stream } from "../../../random/stream.js";
import { type CellLattice, requireCellLattice } from "../../../simulators/lattice/cellLattice.js";
import { moveLattice } from "../groups/moveLattice.js";
import { requireTaken } from "../requireTaken.js";
import { cellFields } from "./cellFields.js";

/** All windows of T transitions in some sequences of lattices. */
export interface CellWindows {
  readonly count: number;
  /** Sites along a side, and entities, of every lattice. */
  readonly size: number;
  readonly entities: number;
  /**
   * `occupancy` and `kinds` of the first lattices of some windows, and the occupancies `target/0`, …, `target/T−1` that
   * follow. With a stream, the cells of every window are renamed by a uniform permutation of its own.
   */
  readonly batch: (rows: ArrayLike<number>, rename?: Stream) => HostTensors;
}

/**
 * Sequences of lattices as a net trains on them.
 *
 * A sequence of N lattices has N − T windows of T transitions, x^t, …, x^{t+T}
 *
 * @param sequences at least one, each of T + 1 or more lattices; all of one size, with one number of cells
 * @param horizon T, an integer ≥ 1
 * @param model what is to take them, if it is known
 * @returns the windows
 * @throws RangeError naming the sequence and the lattice, if there is no sequence, one is too short, a lattice is
 *   malformed or has an empty cell, differs from the first in its size or number of cells, or a cell changes its type; or if the model takes
 *   others only
 */
export function cellWindows(sequences: readonly (readonly CellLattice[])[], horizon: number, model?: Parameters<typeof requireTaken>[0]): CellWindows {
  if (sequences.length === 0) throw new RangeError("sequences must hold at least one, got none");
  sequences.forEach((lattices, which) => requireSequence(lattices, `sequences[${which}]`, horizon, sequences[0][0]));
  const { size, types } = sequences[0][0];
  if (model !== undefined) requireTaken(model, { cells: types.length - 1, size });
  const windows = sequences.flatMap((lattices) =>
    lattices.slice(horizon).map((_, start) => lattices.slice(start, start + horizon + 1)),
  );
  return {
    count: windows.length,
    size,
    entities: types.length,
    batch: (rows, rename) => {
      const picked = Array.from(rows, (row) => (rename === undefined ? windows[row] : renamed(windows[row], rename)));
      const targets: Record<string, HostTensor> = {};
      for (let t = 0; t < horizon; t++) targets[`target/${t}`] = cellFields(picked.map((window) => window[t + 1])).occupancy;
      return { ...cellFields(picked.map(([first]) => first)), ...targets };
    },
  };
}

function requireSequence(lattices: readonly CellLattice[], name: string, horizon: number, first: CellLattice): void {
  if (!(lattices.length > horizon)) {
    throw new RangeError(`${name} must hold at least ${horizon + 1} lattices for horizon ${horizon}, got ${lattices.length}`);
  }
  lattices.forEach((lattice, at) => {
    try {
      requireCellLattice(lattice);
    } catch (error) {
      throw new RangeError(`${name}[${at}]: ${(error as Error).message}`, { cause: error });
    }
    const { size, types } = lattice;
    if (size !== first.size || types.length !== first.types.length) {
      throw new RangeError(
        `${name}[${at}] must have size ${first.size} and ${first.types.length - 1} cells, got ${size} and ${types.length - 1}`,
      );
    }
    if (types.some((type, id) => type !== lattices[0].types[id])) {
      throw new RangeError(`${name}[${at}] must have the types of ${name}[0], got [${types.join(", ")}]`);
    }
  });
}

function renamed(window: readonly CellLattice[], stream: Stream): CellLattice[] {
  const order = permutation(stream, window[0].types.length - 1);
  return window.map((lattice) => moveLattice({ order, shift: [0, 0] }, lattice));
}
