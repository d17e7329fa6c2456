import type { Key } from "../../random/key.js";
import type { MechanismWorld } from "../../simulators/mechanisms/mechanismWorld.js";
import type { Selector } from "./selector.js";
import { simulatedNeighbours } from "./simulatedNeighbours.js";

/** How `rejectionAbc` simulates and compares. */
export interface RejectionAbcOptions {
  /** n, how many series are simulated; an integer ≥ 1. */
  readonly simulations: number;
  /** k, how many of them are accepted; an integer in [1, n]. */
  readonly accepted: number;
  /** Simulation i is `simulatePair(world, key.fold(i))`. */
  readonly key: Key;
  /** The summary statistics of a series; default those of the world. */
  readonly features?: (x: readonly number[]) => readonly number[];
}

/**
 * Choose a mechanism by approximate Bayesian computation: the one that most of the accepted simulations have.
 *
 * P(i | x) ≈ #{accepted j : m_j = i}/k; accepted are the k of n simulations whose summary statistics, each divided by its
 * median absolute deviation over the simulations, are nearest to those of x in Euclidean distance
 *
 * @param world what simulates
 * @param options simulations, how many are accepted, key and summary statistics
 * @returns the selector; of equal shares it chooses the first mechanism
 * @throws RangeError if an option is outside its domain, statistics are not equally many finite numbers, or a mechanism
 *   never occurs among the simulations; from the members, if the statistics of x are not such numbers
 * @source Pritchard, Seielstad, Perez-Lezaun & Feldman 1999, "Population growth of human Y chromosomes" (rejection);
 *   Grelaud et al. 2009, "ABC likelihood-free methods for model choice in Gibbs random fields" (choice of a model)
 */
export function rejectionAbc(world: MechanismWorld, options: RejectionAbcOptions): Selector<readonly number[]> {
  const { simulations, accepted, key, features = world.features } = options;
  if (!Number.isInteger(accepted) || accepted < 1 || accepted > simulations) {
    throw new RangeError(`accepted must be an integer in [1, ${simulations}], got ${accepted}`);
  }
  const probabilities = simulatedNeighbours(world, { simulations, neighbours: accepted, key, features, scaled: true });
  return {
    id: `abc(${world.id}, simulations=${simulations}, accepted=${accepted}, key=${String(key)})`,
    select(x) {
      const shares = probabilities(x);
      return shares.indexOf(Math.max(...shares));
    },
    probabilities,
  };
}
