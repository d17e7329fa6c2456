/**
 * A real target as a row: a number becomes a row of one.
 *
 * @param target one number or a vector of them, finite
 * @returns its components
 * @throws RangeError if it is empty or a component is not finite
 * @example realTarget(2)[0] // => 2
 */
export function realTarget(target: number | ArrayLike<number>): ArrayLike<number> {
  const row = typeof target === "number" ? [target] : Array.from(target);
  if (row.length === 0 || !row.every(Number.isFinite)) {
    throw new RangeError(`a target must be finite numbers, got [${row.join(", ")}]`);
  }
  return row;
}
