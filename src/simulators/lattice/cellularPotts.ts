import type { Stream } from "../../random/stream.js";
import type { TransitionKernel } from "../transitionKernel.js";
import { attemptCopies } from "./attemptCopies.js";
import { blobStart, requireBlob } from "./blobStart.js";
import type { CellLattice } from "./cellLattice.js";
import { mooreNeighbours } from "./mooreNeighbours.js";
import { pottsBoard } from "./pottsBoard.js";
import { CELL_SORTING, type PottsConstants, requirePottsConstants } from "./pottsEnergy.js";

/** Constants of `cellularPotts`; those of the energy default to the `cellular` task's. */
export interface CellularPottsOptions extends Partial<PottsConstants> {
  /** Sites along a side, an integer in [5, 4096]. 24 in specs and on the board, 100 in the source. */
  readonly size: number;
  /** An even integer in [2, min(⌊size/5⌋², 32766)]. 8 in specs and on the board, 64 in the source. */
  readonly cells: number;
  /** T in the units of J, positive and finite. Default 10. */
  readonly temperature?: number;
  /** Monte Carlo steps per observation, and before the first one; an integer ≥ 1. Default 10. */
  readonly monteCarloSteps?: number;
}

/** Cells that sort themselves by adhesion; a state is a lattice of cell ids with the types of the cells. */
export interface CellularPotts extends TransitionKernel<CellLattice> {
  readonly id: string;
  /** J, V₀ and λ, for `pottsEnergy`. */
  readonly constants: PottsConstants;
}

/**
 * The cellular Potts simulator of the EPNS benchmark, as a transition kernel: one step is one observation.
 *
 * H = Σ_{Moore pairs, id ≠ id'} J(type, type') + λ Σ (V − V₀)²; a Monte Carlo step is size² Metropolis attempts to copy
 * the id of a Moore neighbour, accepted with probability min(1, e^{−ΔH/T}). No cell vanishes: an attempt to take a
 * cell's last site is refused, which differs from plain Metropolis only where V = 1. Types never change
 *
 * @param options size and number of cells; the other constants default to the task's
 * @returns the kernel; `init` packs 5×5 squares into a blob (`blobStart`) and runs the Monte Carlo steps before the
 *   first observation, `step` as many for the next one
 * @throws RangeError if a constant leaves its domain; from `step` if the lattice has another size or number of cells,
 *   is malformed, or has an empty cell
 * @source Graner & Glazier 1992, "Simulation of biological cell sorting using a two-dimensional extended Potts model";
 *   Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (cellular dynamics)
 * @example cellularPotts({ size: 24, cells: 8 }).init(Key.root(0)).ids.length // => 576
 */
export function cellularPotts(options: CellularPottsOptions): CellularPotts {
  const { size, cells, temperature = 10, monteCarloSteps = 10 } = options;
  const { adhesion, targetVolume, volumeStrength } = { ...CELL_SORTING, ...options };
  const constants = requirePottsConstants({ adhesion, targetVolume, volumeStrength });
  requireBlob(size, cells);
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new RangeError(`temperature must be positive and finite, got ${temperature}`);
  }
  if (!(Number.isSafeInteger(monteCarloSteps) && monteCarloSteps >= 1)) {
    throw new RangeError(`monteCarloSteps must be an integer >= 1, got ${monteCarloSteps}`);
  }

  const named = Object.entries({ size, cells, temperature, monteCarloSteps, targetVolume, volumeStrength, adhesion });
  const neighbours = mooreNeighbours(size);
  const run = (stream: Stream, lattice: CellLattice): CellLattice => {
    const board = pottsBoard(lattice, constants, neighbours);
    attemptCopies(stream, board, temperature, monteCarloSteps * size * size);
    return { size, ids: board.ids, types: lattice.types.slice() };
  };
  return {
    id: `cellular-potts(${named.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(", ")})`,
    constants,
    init: (key) => run(key.fold("steps").stream(), blobStart(key.fold("blob").stream(), size, cells)),
    step(key, lattice) {
      if (lattice.size !== size) throw new RangeError(`lattice must have size ${size}, got ${lattice.size}`);
      if (lattice.types.length !== cells + 1) {
        throw new RangeError(`lattice must have ${cells} cells, got ${lattice.types.length - 1}`);
      }
      return run(key.stream(), lattice);
    },
  };
}
