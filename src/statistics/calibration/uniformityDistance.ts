import { checkSample } from "../twoSample/checkSample.js";

/**
 * How far ranks are from uniform: an unbiased and bounded estimate of the Cramér–von Mises distance of their law.
 *
 * mean over i < j of k(u_i, u_j), k(u, u') = ⅓ + (u² + u'²)/2 − max(u, u') = ∫ (1[u ≤ t] − t)(1[u' ≤ t] − t) dt; its
 * expectation is ∫ (F(t) − t)² dt
 *
 * @param ranks u, shape [m], m ≥ 2, independent, each in [0, 1]
 * @returns the estimate, in [−1/6, 1/3]; its mean is 0 for uniform ranks only, 1/12 where half are 0 and half 1
 * @throws RangeError if m < 2 or a rank is not in [0, 1]
 * @source Anderson & Darling 1952, "Asymptotic theory of certain goodness of fit criteria based on stochastic processes"
 *   (the distance); Hoeffding 1948, "A class of statistics with asymptotically normal distribution" (its estimate)
 * @example uniformityDistance([0, 0]) // => 1 / 3
 */
export function uniformityDistance(ranks: ArrayLike<number>): number {
  checkSample("ranks", ranks, 2);
  const sorted = Float64Array.from(ranks).sort();
  const m = sorted.length;
  const outside = sorted.find((rank) => !(rank >= 0 && rank <= 1));
  if (outside !== undefined) throw new RangeError(`ranks must be in [0, 1], got ${outside}`);
  let [squares, largest] = [0, 0];
  for (let i = 0; i < m; i++) {
    squares += sorted[i] ** 2;
    largest += i * sorted[i]; // Σ_{i<j} max(u_i, u_j): a rank is the larger one of as many pairs as lie below it
  }
  return 1 / 3 + squares / m - (2 * largest) / (m * (m - 1));
}
