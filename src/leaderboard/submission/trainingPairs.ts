import { Key } from "../../random/key.js";
import type { Task } from "../task.js";

/** One simulation to learn from. */
export interface TrainingPair<Theta, X, Truth> {
  readonly theta: Theta;
  readonly x: X;
  readonly truth: Truth;
}

/**
 * Simulations of a task to train on, from a key that no test case, public or fresh, comes from.
 *
 * @param task the task
 * @param count how many, an integer ≥ 0; a longer list begins with the shorter one
 * @param seed of the list, an integer in [0, 2⁵³)
 * @returns the pairs
 * @throws RangeError if count or seed is not such an integer
 */
export function trainingPairs<Theta, X, Truth, P>(task: Task<Theta, X, Truth, P>, count: number, seed: number): TrainingPair<Theta, X, Truth>[] {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`count must be an integer >= 0, got ${count}`);
  const key = Key.root(seed).fold("training").fold(task.id).fold(task.version);
  return Array.from({ length: count }, (_, i) => {
    const theta = task.simulator.prior.sample(key.fold(i).fold("theta"));
    const x = task.simulator.simulate(key.fold(i).fold("x"), theta);
    return { theta, x, truth: task.truth(theta, x) };
  });
}
