import type { Key } from "../../random/key.js";
import { requireFinite } from "../../simulators/conjugate/requireFinite.js";
import type { Mechanism, MechanismWorld } from "../../simulators/mechanisms/mechanismWorld.js";
import { nearestRows } from "../attribution/nearestRows.js";
import { simulatePair } from "../sgnn/simulatePair.js";

/** How `simulatedNeighbours` compares series. */
export interface NeighbourOptions {
  /** n, how many series are simulated; an integer ≥ 1. */
  readonly simulations: number;
  /** k, how many of them count; an integer in [1, n]. */
  readonly neighbours: number;
  /** Simulation i is `simulatePair(world, key.fold(i))`. */
  readonly key: Key;
  /** What of a series is compared: finite numbers, as many for every series. */
  readonly features: (x: readonly number[]) => readonly number[];
  /** Whether every feature is divided by its median absolute deviation over the simulations, where that is not 0. */
  readonly scaled: boolean;
}

/**
 * The share of each mechanism among the simulations that are most like a series.
 *
 * share_i = #{j among the k least ‖D(f(x_j) − f(x))‖ : m_j = i}/k, D = I or diag(1/MAD)
 *
 * @param world simulates (m_j, x_j), K mechanisms
 * @param options simulations, neighbours, key, features and whether these are scaled
 * @returns a function of x giving the shares, shape [K], with sum 1; features are kept as float32
 * @throws RangeError if an option is outside its domain, features are not equally many finite numbers, or a mechanism
 *   never occurs among the simulations; the function throws one if the features of x are not such numbers
 * @source Devroye, Györfi & Lugosi 1996, "A Probabilistic Theory of Pattern Recognition", section 5.1 (nearest neighbours)
 */
export function simulatedNeighbours(
  world: Pick<MechanismWorld, "prior" | "simulate" | "id" | "skeletons">,
  { simulations, neighbours, key, features, scaled }: NeighbourOptions,
): (x: readonly number[]) => number[] {
  if (!Number.isInteger(simulations) || simulations < 1) throw new RangeError(`simulations must be an integer ≥ 1, got ${simulations}`);
  if (!Number.isInteger(neighbours) || neighbours < 1 || neighbours > simulations) {
    throw new RangeError(`neighbours must be an integer in [1, ${simulations}], got ${neighbours}`);
  }
  const mechanisms = new Uint8Array(simulations);
  let width = 0;
  let rows = new Float32Array(0);
  for (let i = 0; i < simulations; i++) {
    const { theta, x } = simulatePair<Mechanism, readonly number[]>(world, key.fold(i));
    const row = features(x);
    if (i === 0) {
      width = row.length;
      rows = new Float32Array(simulations * width);
    }
    mechanisms[i] = theta.mechanism;
    rows.set(requireFinite("features", row, width), i * width);
  }
  const missing = world.skeletons.find((_, mechanism) => !mechanisms.includes(mechanism));
  if (missing !== undefined) {
    const domain = `every mechanism in [0, ${world.skeletons.length})`;
    throw new RangeError(`world must simulate ${domain}, got none of ${missing.id} in ${simulations} simulations`);
  }
  const scales = Array.from({ length: width }, (_, j) => (scaled ? deviation(rows, width, j) : 1));
  rows.forEach((value, i) => (rows[i] = value / scales[i % width]));
  return (x) => {
    const query = requireFinite("features", features(x), width).map((value, j) => value / scales[j]);
    const counts = world.skeletons.map(() => 0);
    for (const row of nearestRows(rows, width, query, neighbours).indices) counts[mechanisms[row]]++;
    return counts.map((count) => count / neighbours);
  };
}

/** The median absolute deviation of column j from its median; 1 where it is 0. */
function deviation(rows: Float32Array, width: number, j: number): number {
  const column = rows.filter((_, i) => i % width === j).sort();
  const middle = median(column);
  return median(column.map((value) => Math.abs(value - middle)).sort()) || 1;
}

const median = (sorted: Float32Array): number => sorted[Math.floor((sorted.length - 1) / 2)];
