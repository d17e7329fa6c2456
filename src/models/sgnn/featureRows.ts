import type { Rows } from "../../nn/standardisation.js";

/** Rows of finite numbers of one width that come one by one. */
export interface RowTable {
  /** Takes the next row; throws RangeError naming it if it is not finite, is empty or has another width. */
  readonly add: (row: ArrayLike<number>) => void;
  /** Those taken so far. */
  readonly rows: () => Rows;
}

/**
 * A table for rows of finite numbers of one width.
 *
 * @param count how many rows it has place for
 * @param noun what a row is called in messages
 * @param width the width all rows must have; that of the first row if not given
 * @returns an empty table
 * @throws RangeError from `add`
 * @example rowTable(1, "features", 0).rows() // => { data: new Float64Array(0), width: 0 }
 */
export function rowTable(count: number, noun: string, width?: number): RowTable {
  let expected = width ?? 0;
  let data = new Float64Array(0);
  let taken = 0;
  return {
    add(row) {
      if (taken === 0) {
        expected = width ?? row.length;
        data = new Float64Array(count * expected);
      }
      let isSound = row.length === expected && expected > 0;
      for (let j = 0, at = taken * expected; isSound && j < expected; j++, at++) {
        data[at] = row[j];
        isSound = Number.isFinite(row[j]);
      }
      if (!isSound) {
        const domain = `${Math.max(1, expected)} finite numbers`;
        throw new RangeError(`${noun} of item ${taken} must be ${domain}, got [${Array.from(row).join(", ")}]`);
      }
      taken++;
    },
    rows: () => ({ data: data.subarray(0, taken * expected), width: expected }),
  };
}

/**
 * Items as rows of finite numbers of one width.
 *
 * @param items the items
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
  const table = rowTable(items.length, noun, width);
  for (const item of items) table.add(numbers(item));
  return table.rows();
}
