import type { Stream } from "./stream.js";

/** A uniform integer in [0, n), n ≤ 2³²: 2³² words in n equal buckets, the remainder rejected. */
function below(stream: Stream, n: number): number {
  const bucket = Math.floor(2 ** 32 / n);
  for (;;) {
    const index = Math.floor((stream.int32() >>> 0) / bucket);
    if (index < n) return index;
  }
}

/**
 * A uniformly random order of 0, …, n − 1.
 *
 * Fisher–Yates, with bounded integers that are exactly uniform
 *
 * @param stream source of randomness
 * @param n an integer in [0, 2³²)
 * @returns shape [n], each of 0, …, n − 1 once; all n! orders equally likely
 * @throws RangeError if n is not such an integer
 * @source Durstenfeld 1964, "Algorithm 235: Random permutation"
 * @example permutation(Key.root(0).stream(), 1)[0] // => 0
 */
export function permutation(stream: Stream, n: number): Uint32Array {
  if (!(Number.isInteger(n) && n >= 0 && n < 2 ** 32)) {
    throw new RangeError(`n must be an integer in [0, 2^32), got ${n}`);
  }
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const j = below(stream, i + 1);
    order[i] = order[j]!;
    order[j] = i;
  }
  return order;
}
