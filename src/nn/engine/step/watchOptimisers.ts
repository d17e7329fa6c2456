import { tf } from "../../tf.js";

/** What every optimiser of `tf.train` calls, once each time it applies gradients. */
interface Counting {
  incrementIterations: (this: tf.Optimizer) => void;
}

const PROTOTYPE = (tf.Optimizer as unknown as { readonly prototype: Counting }).prototype;

/**
 * Call a function, and notice the optimisers that apply gradients in it; their counts of iterations stay as they are.
 *
 * @param f a synchronous function
 * @param notice takes each optimiser, each time it applies gradients
 * @returns what f returns
 */
export function watchOptimisers<T>(f: () => T, notice: (optimiser: tf.Optimizer) => void): T {
  const count = PROTOTYPE.incrementIterations;
  PROTOTYPE.incrementIterations = function () {
    notice(this);
  };
  try {
    return f();
  } finally {
    PROTOTYPE.incrementIterations = count;
  }
}

/**
 * Count an application of gradients that was computed elsewhere.
 *
 * @param optimiser the optimiser whose count of iterations grows by one
 */
export function countIteration(optimiser: tf.Optimizer): void {
  PROTOTYPE.incrementIterations.call(optimiser);
}

/**
 * The numbers that an optimiser computes with, such as its learning rate: constants of a graph.
 *
 * @param optimiser the optimiser
 * @returns them as a text, equal for equal ones
 */
export function settingsOf(optimiser: tf.Optimizer): string {
  const settings = Object.entries(optimiser).filter(([name, value]) => name !== "iterations_" && /number|boolean/.test(typeof value));
  return settings.map(([name, value]) => `${name} ${value}`).join(", ");
}
