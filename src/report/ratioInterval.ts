/** An interval of the real line. */
export type Bounds = readonly [lower: number, upper: number];

/**
 * The ratios that are possible where two numbers and their difference lie in given intervals.
 *
 * [inf, sup] of p/q over p ∈ P, q ∈ Q, p − q ∈ D: for a given q, p runs from max(P₀, q + D₀) to min(P₁, q + D₁), and
 * min(P₁, q + D₁)/q has its maximum at an end of the possible q or where both are equal; likewise the minimum. If the
 * three intervals hold with probabilities 1 − a, 1 − b, 1 − c, then the ratio's holds with 1 − a − b − c at least.
 *
 * @param P interval of p, 0 ≤ P₀ ≤ P₁
 * @param Q interval of q, 0 ≤ Q₀ ≤ Q₁
 * @param D interval of p − q
 * @returns the interval of p/q; up to ∞ where q may be 0
 * @throws RangeError if a bound is NaN or negative where it must not be, or no p and q lie in all three intervals
 * @example ratioInterval([1, 2], [4, 5], [-3, -3]) // => [0.25, 0.4]
 */
export function ratioInterval(P: Bounds, Q: Bounds, D: Bounds): [lower: number, upper: number] {
  for (const [name, [lower, upper]] of Object.entries({ P, Q })) {
    if (!(lower >= 0 && upper >= lower)) throw new RangeError(`${name} must be an interval of numbers ≥ 0, got [${lower}, ${upper}]`);
  }
  const [least, bound] = [Math.max(Q[0], P[0] - D[1]), Math.min(Q[1], P[1] - D[0])];
  // Intervals that touch in one point may miss it by the rounding of the differences.
  const greatest = Math.abs(least - bound) <= 4 * Number.EPSILON * Math.max(P[1], Q[1]) ? Math.max(least, bound) : bound;
  if (!(least <= greatest && D[0] <= D[1])) {
    throw new RangeError(`P, Q and D must have common points, got [${P.join(", ")}], [${Q.join(", ")}] and [${D.join(", ")}]`);
  }
  const within = (q: number): number => Math.min(greatest, Math.max(least, q));
  const lowest = [least, greatest, within(P[0] - D[0])].map((q) => ratio(Math.max(P[0], q + D[0]), q));
  const highest = [least, greatest, within(P[1] - D[1])].map((q) => ratio(Math.min(P[1], q + D[1]), q));
  return [Math.min(...lowest), Math.max(...highest)];
}

const ratio = (p: number, q: number): number => (p === 0 ? 0 : p / q);
