import type { Key } from "../../random/key.js";
import type { MechanismWorld } from "../../simulators/mechanisms/mechanismWorld.js";
import type { Selector } from "./selector.js";
import { simulatedNeighbours } from "./simulatedNeighbours.js";

/** How `nearestNeighbour` simulates and compares. */
export interface NearestNeighbourOptions {
  /** n, how many series are simulated; an integer ≥ 1. */
  readonly simulations: number;
  /** k, how many of them vote; an integer in [1, n]. */
  readonly neighbours: number;
  /** Simulation i is `simulatePair(world, key.fold(i))`. */
  readonly key: Key;
}

/**
 * Choose the mechanism that most of the k nearest simulated series have, by Euclidean distance between the series.
 *
 * argmax_i #{j among the k least ‖x_j − x‖ : m_j = i}; probabilities are the shares
 *
 * @param world what simulates
 * @param options simulations, neighbours and key
 * @returns the selector; of equal shares it chooses the first mechanism
 * @throws RangeError if an option is outside its domain or a mechanism never occurs among the simulations; from the
 *   members, if x is not as many finite numbers as a series has
 * @source Devroye, Györfi & Lugosi 1996, "A Probabilistic Theory of Pattern Recognition", section 5.1
 */
export function nearestNeighbour(world: MechanismWorld, options: NearestNeighbourOptions): Selector<readonly number[]> {
  const { simulations, neighbours, key } = options;
  const probabilities = simulatedNeighbours(world, { simulations, neighbours, key, features: (x) => x, scaled: false });
  return {
    id: `neighbours(${world.id}, simulations=${simulations}, k=${neighbours}, key=${String(key)})`,
    select(x) {
      const shares = probabilities(x);
      return shares.indexOf(Math.max(...shares));
    },
    probabilities,
  };
}
