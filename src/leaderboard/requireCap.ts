/**
 * Check the value at which a score is cut off.
 *
 * @param cap B, finite and > 0
 * @returns the same number
 * @throws RangeError if it is not such a number
 * @example requireCap(2) // => 2
 */
export function requireCap(cap: number): number {
  if (!(cap > 0 && cap < Infinity)) throw new RangeError(`cap must be finite and > 0, got ${cap}`);
  return cap;
}
