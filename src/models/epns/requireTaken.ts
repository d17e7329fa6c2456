/** The one size of states that a model takes; it takes any where a member is left out. */
export interface TakenSizes {
  /** Bodies of a state. */
  readonly bodies?: number;
  /** Cells of a lattice. */
  readonly cells?: number;
  /** Sites along a side of a lattice. */
  readonly size?: number;
}

const WORDS = { bodies: "bodies", cells: "cells", size: "sites along a side" };

/**
 * Check that a model takes states of some size.
 *
 * @param model its id, and the size if it takes one only
 * @param given the size of the states
 * @throws RangeError if the model takes others only
 * @example requireTaken({ id: "any" }, { bodies: 3 }) // => undefined
 */
export function requireTaken(model: TakenSizes & { readonly id: string }, given: TakenSizes): void {
  for (const name of ["bodies", "cells", "size"] as const) {
    const [takes, got] = [model[name], given[name]];
    if (takes !== undefined && got !== takes) throw new RangeError(`${model.id} takes ${takes} ${WORDS[name]} only, got ${got}`);
  }
}
