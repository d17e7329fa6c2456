/** Steps for batches of one size; their owner releases them. */
interface Compiled {
  readonly release: () => Promise<void>;
}

/**
 * Steps compiled for batches as large as they are needed, each size once.
 *
 * The smallest batch that holds all the states is taken, of those there are already; else a new one is compiled, for
 * min(states, most) rows. An ensemble that loses rollouts stays with the batch that it began with
 *
 * @typeParam C compiled steps
 * @param compile makes steps for batches of a size, an integer ≥ 1
 * @returns the steps for some number of states in batches of at most so many rows, an integer ≥ 1; and the release of all that are there, after which others are made
 */
export function compiledAsNeeded<C extends Compiled>(compile: (batch: number) => C): {
  readonly stepsFor: (states: number, most: number) => C;
  readonly release: () => Promise<void>;
} {
  const made = new Map<number, C>();
  return {
    stepsFor: (states, most) => {
      const needed = Math.max(1, Math.min(states, most));
      const batch = [...made.keys()].sort((a, b) => a - b).find((size) => size >= needed) ?? needed;
      const steps = made.get(batch) ?? compile(batch);
      made.set(batch, steps);
      return steps;
    },
    release: async () => {
      const all = [...made.values()];
      made.clear();
      await Promise.all(all.map((steps) => steps.release()));
    },
  };
}
