/**
 * Exact p-value of a two-sample Kolmogorov–Smirnov distance, by counting lattice paths.
 *
 * p = Q(m, n), Q(i, j) = 1 where |i/m − j/n| ≥ D, else [i Q(i−1, j) + j Q(i, j−1)] / (i + j), Q(0, 0) = 1[D = 0]
 *
 * The pooled order of two samples from one continuous law is a uniform path from (0, 0) to (m, n); p is the share
 * of paths that leave the band. Breaking ties at random only raises D, so with ties P(p ≤ a) ≤ a still holds.
 * O(mn) steps; for a large product use `ksPValue`.
 *
 * @param distance D in [0, 1]
 * @param m size of the first sample, an integer ≥ 1
 * @param n size of the second sample, an integer ≥ 1
 * @returns P(D_{m,n} ≥ D) in (0, 1]
 * @throws RangeError if an argument leaves its domain
 * @source Hodges 1958, "The significance probability of the Smirnov two-sample test"
 * @example ksExactPValue(1, 2, 2) // => 1 / 3
 */
export function ksExactPValue(distance: number, m: number, n: number): number {
  if (!(distance >= 0 && distance <= 1)) throw new RangeError(`distance must be in [0, 1], got ${distance}`);
  if (!Number.isSafeInteger(m) || m < 1) throw new RangeError(`m must be an integer ≥ 1, got ${m}`);
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`n must be an integer ≥ 1, got ${n}`);
  const band = Math.ceil(distance * m * n - 1e-6);
  const left = new Float64Array(n + 1);
  for (let i = 0; i <= m; i++) {
    for (let j = 0; j <= n; j++) {
      if (Math.abs(i * n - j * m) >= band) left[j] = 1;
      else if (i + j > 0) left[j] = ((i > 0 ? i * left[j] : 0) + (j > 0 ? j * left[j - 1] : 0)) / (i + j);
    }
  }
  return left[n];
}
