/**
 * Check a time since the start.
 *
 * 0 ≤ t < ∞
 *
 * @param t time
 * @returns the same time
 * @throws RangeError if t is negative or not finite
 * @source none: an argument check
 * @example requireTime(0.5) // => 0.5
 */
export function requireTime(t: number): number {
  if (t >= 0 && t < Infinity) return t;
  throw new RangeError(`t must be finite and >= 0, got ${t}`);
}
