import type { Key } from "../random/key.js";
import { permutation } from "../random/permutation.js";

/**
 * Batches that pass through all examples in a fresh order again and again.
 *
 * Batch t holds the places t·b … t·b + b − 1 of the concatenation of shuffles σ₀, σ₁, … of 0 … n − 1, where σ_e
 * is drawn from `key.fold(e)`; a batch may span two shuffles.
 *
 * @param examples n, an integer ≥ 1
 * @param batch b, an integer ≥ 1; it may exceed n
 * @param key names the shuffles
 * @returns step t ≥ 0 → the b indices of its batch; a pure function, quick when t ascends
 * @throws RangeError if n or b is out of its domain
 */
export function epochBatches(examples: number, batch: number, key: Key): (step: number) => Uint32Array {
  for (const [name, value] of Object.entries({ examples, batch })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be an integer ≥ 1, got ${value}`);
  }
  let epoch = -1;
  let order: Uint32Array = new Uint32Array(0);
  return (step) =>
    new Uint32Array(batch).map((_, i) => {
      const place = step * batch + i;
      const wanted = Math.floor(place / examples);
      if (wanted !== epoch) {
        epoch = wanted;
        order = permutation(key.fold(wanted).stream(), examples);
      }
      return order[place % examples];
    });
}
