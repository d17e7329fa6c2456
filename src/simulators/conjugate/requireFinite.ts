/**
 * Check that a vector holds the expected number of finite numbers.
 *
 * @param name what the vector is called in the message
 * @param x the vector
 * @param length its required length
 * @returns the same vector
 * @throws RangeError if the length differs or an entry is not finite
 * @source none: an argument check
 * @example requireFinite("x", [1, 2], 2) // => [1, 2]
 */
export function requireFinite(name: string, x: readonly number[], length: number): readonly number[] {
  if (x.length !== length) throw new RangeError(`${name} must hold ${length} numbers, got ${x.length}`);
  for (const value of x) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} must hold finite numbers, got ${value}`);
  }
  return x;
}
