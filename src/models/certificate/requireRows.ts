/**
 * Refuse data that no classifier should see: missing rows, gaps, and rows of different widths.
 *
 * @param name what to call the data in messages
 * @param rows shape [n][d] with n ≥ 1 and d ≥ 1
 * @param width the width that rows must have; that of the first row if not given
 * @throws RangeError naming the place, if there is no row, one is missing or of another width, or a value is not a
 *   finite number
 * @source the rule of this project that NaN, empty or short data is invalid, never a result
 */
export function requireRows(name: string, rows: readonly (ArrayLike<number> | null | undefined)[], width?: number): void {
  if (rows.length === 0) throw new RangeError(`${name} must hold at least one row, got none`);
  const expected = width ?? rows[0]?.length ?? 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row?.length !== expected || expected === 0) {
      throw new RangeError(`${name}[${i}] must hold ${Math.max(1, expected)} numbers, got ${row?.length ?? "no row"}`);
    }
    for (let j = 0; j < expected; j++) {
      if (!Number.isFinite(row[j])) throw new RangeError(`${name}[${i}][${j}] must be a finite number, got ${row[j]}`);
    }
  }
}
