import type { Rows } from "../../nn/standardisation.js";

/**
 * Items as rows of finite numbers of one width.
 *
 * @param items at least one
 * @param numbers an item's row; as many numbers, at least one, for every item
 * @param width the width all rows must have; that of the first row if not given
 * @param noun what a row is called in messages
 * @returns shape [items, width]
 * @throws RangeError naming the item, if its row is not finite or has another width
 */
export function featureRows<T>(
  items: readonly T[],
  numbers: (item: T) => ArrayLike<number>,
  width?: number,
  noun = "features",
): Rows {
  const rows = items.map((item) => Array.from(numbers(item)));
  const expected = width ?? rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== expected || row.length === 0 || !row.every(Number.isFinite)) {
      const domain = `${Math.max(1, expected)} finite numbers`;
      throw new RangeError(`${noun} of item ${i} must be ${domain}, got [${row.join(", ")}]`);
    }
  });
  return { data: Float64Array.from(rows.flat()), width: expected };
}
