import type { Key } from "../../random/key.js";
import { permutation } from "../../random/permutation.js";

/** What a permutation test is told beside the data. */
export interface PermutationOptions {
  /** How many random relabellings to draw, an integer ≥ 1. */
  readonly permutations: number;
  /** The randomness of the relabellings; equal keys give equal p-values. */
  readonly key: Key;
}

/** What a permutation test found. */
export interface PermutationResult {
  /** The statistic of the samples as given. */
  readonly statistic: number;
  /** p in [1/(k+1), 1]. */
  readonly p: number;
}

/** Two permuted statistics this close, relative to the largest, are tied: rounding must not order them. */
const TIE = 1e-10;

/**
 * Permutation test of equality in law: P(p ≤ a) ≤ a for every a under the null, at any sample sizes, with ties.
 *
 * p = (b + 1)/(k + 1), b the number of k uniform relabellings of the pool into groups of the *given* sizes whose
 * statistic is at least the observed one
 *
 * @param x shape [m], m ≥ 1, exchangeable with y under the null
 * @param y shape [n], n ≥ 1
 * @param statistic real-valued; large means different
 * @param options how many relabellings k, and their key
 * @returns the observed statistic and its p-value
 * @throws RangeError if a sample is empty, k is not an integer ≥ 1, or the statistic is not finite
 * @source Phipson & Smyth 2010, "Permutation p-values should never be zero"; Lehmann & Romano 2005, "Testing
 *   statistical hypotheses", section 15.2
 * @example permutationTest([1], [1], () => 0, { permutations: 9, key: Key.root(0) }).p // => 1
 */
export function permutationTest<T>(
  x: ArrayLike<T>,
  y: ArrayLike<T>,
  statistic: (x: readonly T[], y: readonly T[]) => number,
  { permutations, key }: PermutationOptions,
): PermutationResult {
  if (x.length < 1) throw new RangeError("x must hold at least 1 value, got 0");
  if (y.length < 1) throw new RangeError("y must hold at least 1 value, got 0");
  if (!Number.isSafeInteger(permutations) || permutations < 1) {
    throw new RangeError(`permutations must be an integer ≥ 1, got ${permutations}`);
  }
  const pool = [...Array.from(x), ...Array.from(y)];
  const judge = (order: ArrayLike<number>): number => {
    const left: T[] = [];
    const right: T[] = [];
    for (let i = 0; i < pool.length; i++) (i < x.length ? left : right).push(pool[order[i]]);
    const value = statistic(left, right);
    if (!Number.isFinite(value)) throw new RangeError(`statistic must be finite, got ${value}`);
    return value;
  };
  const observed = judge(pool.map((_, i) => i));
  const stream = key.stream();
  const permuted = new Float64Array(permutations);
  for (let k = 0; k < permutations; k++) permuted[k] = judge(permutation(stream, pool.length));
  const largest = permuted.reduce((most, value) => Math.max(most, Math.abs(value)), Math.abs(observed));
  const asLarge = permuted.reduce((count, value) => (value >= observed - TIE * largest ? count + 1 : count), 0);
  return { statistic: observed, p: (asLarge + 1) / (permutations + 1) };
}
