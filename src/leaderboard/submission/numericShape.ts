/**
 * The shape of nested lists of numbers.
 *
 * @param value anything
 * @returns its shape, `[]` for a number; undefined if it is no number and no regular nesting of lists of numbers
 * @example numericShape([[1, 2, 3], [4, 5, 6]]) // => [2, 3]
 */
export function numericShape(value: unknown): number[] | undefined {
  if (typeof value === "number") return [];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const first = numericShape(value[0]);
  const isRegular = value.every((part) => {
    const shape = numericShape(part);
    return first !== undefined && shape?.length === first.length && shape.every((n, d) => n === first[d]);
  });
  return isRegular ? [value.length, ...first!] : undefined;
}
