import type { Stream } from "./stream.js";

/** How far from 1 the probabilities may sum. */
const SLACK = 1e-9;

/**
 * One draw from a finite law on 0, …, K − 1.
 *
 * The least i with p_0 + … + p_i > u Σ p, by sequential search
 *
 * @param stream source of randomness
 * @param probabilities p, shape [K] with K ≥ 1, each ≥ 0, with sum 1 to within 1e−9
 * @returns an index in [0, K) of positive probability
 * @throws RangeError if a probability is negative or NaN, or the sum differs from 1
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section III.2 (inversion)
 * @example categorical(Key.root(0).stream(), [0, 1, 0]) // => 1
 */
export function categorical(stream: Stream, probabilities: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i];
    if (!(p >= 0)) throw new RangeError(`probabilities[${i}] must be ≥ 0, got ${p}`);
    total += p;
  }
  if (!(Math.abs(total - 1) <= SLACK)) {
    throw new RangeError(`probabilities must sum to 1 within ${SLACK}, got ${total}`);
  }
  const target = stream.uniform() * total; // below total, also after rounding
  let index = 0;
  for (let sum = probabilities[0]; sum <= target; sum += probabilities[index]) index++;
  return index;
}
