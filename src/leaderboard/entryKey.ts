import { Key } from "../random/key.js";

/**
 * The key that an entry prepares with: equal seeds, tasks and names give equal models.
 *
 * @param seed the run's seed, an integer in [0, 2⁵³)
 * @param task the task's id
 * @param model the entry's name
 * @returns the key
 * @throws RangeError if the seed is not such an integer
 * @example entryKey(0, "toy/bit", "net").equals(entryKey(0, "toy/bit", "rule")) // => false
 */
export function entryKey(seed: number, task: string, model: string): Key {
  return Key.root(seed).fold("entry").fold(task).fold(model);
}
