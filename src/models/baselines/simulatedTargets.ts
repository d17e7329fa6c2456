import type { Key } from "../../random/key.js";
import { rowTable } from "../sgnn/featureRows.js";
import type { SgnnProblem } from "../sgnn/problem.js";
import { simulatePair } from "../sgnn/simulatePair.js";

/** A real target of a simulator, and the data as a rule sees them. */
export interface TargetProblem<Theta, X> extends Pick<SgnnProblem<Theta, X>, "simulator" | "features"> {
  /** T(θ), finite. */
  readonly target: (theta: Theta) => number;
}

/** What a rule learns from. */
export interface SimulationOptions {
  /** n, how many pairs are simulated; an integer ≥ 1. */
  readonly simulations: number;
  /** Simulation i is `simulatePair(simulator, key.fold(i))`. */
  readonly key: Key;
}

/** Features and targets of simulations. */
export interface SimulatedTargets {
  /** Shape [n][d]. */
  readonly features: readonly Float64Array[];
  /** Shape [n]. */
  readonly targets: Float64Array;
}

/**
 * Simulate what a rule is to be fitted to.
 *
 * (f(x_i), T(θ_i)), (θ_i, x_i) ~ p(θ) p(x | θ), i = 0 … n − 1
 *
 * @param problem simulator, features and target
 * @param options how many, and the key
 * @returns features and targets
 * @throws RangeError if the number is outside its domain, or features or targets are not equally many finite numbers
 * @source definition of a training set
 */
export function simulatedTargets<Theta, X>(
  { simulator, features, target }: TargetProblem<Theta, X>,
  { simulations, key }: SimulationOptions,
): SimulatedTargets {
  const [xs, ys] = [rowTable(requireSimulations(simulations), "features"), rowTable(simulations, "target", 1)];
  for (let i = 0; i < simulations; i++) {
    const { theta, x } = simulatePair(simulator, key.fold(i));
    xs.add(features(x));
    ys.add([target(theta)]);
  }
  const { data, width } = xs.rows();
  return { features: Array.from({ length: simulations }, (_, i) => data.subarray(i * width, (i + 1) * width)), targets: ys.rows().data };
}

/**
 * Check a number of simulations.
 *
 * n ∈ {1, 2, …}
 *
 * @param simulations n
 * @returns n
 * @throws RangeError if it is no such integer
 * @source none: an argument check
 * @example requireSimulations(3) // => 3
 */
export function requireSimulations(simulations: number): number {
  if (!Number.isInteger(simulations) || simulations < 1) throw new RangeError(`simulations must be an integer ≥ 1, got ${simulations}`);
  return simulations;
}
