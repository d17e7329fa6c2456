/** A multivariate sample: one row per observation, all rows of one length. */
export type Rows = readonly ArrayLike<number>[];

/**
 * Refuse a univariate sample that no statistic should judge.
 *
 * @param name what to call the sample in the message
 * @param values shape [n], finite
 * @param minimum the smallest admissible n
 * @throws RangeError if the sample is too short or holds a value that is not finite
 * @source the rule of this project that NaN, empty or short data is invalid, never a result
 */
export function checkSample(name: string, values: ArrayLike<number>, minimum = 1): void {
  if (!(values.length >= minimum)) {
    throw new RangeError(`${name} must hold at least ${minimum} values, got ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${name}[${i}] must be finite, got ${values[i]}`);
  }
}

/**
 * Refuse multivariate samples that no statistic should judge.
 *
 * @param samples each by the name to call it in the message; shape [n][d] with d ≥ 1 common to all
 * @param minimum the smallest admissible n
 * @throws RangeError if a sample is too short, holds a value that is not finite, or rows differ in length
 * @source the rule of this project that NaN, empty or short data is invalid, never a result
 */
export function checkRows(samples: Readonly<Record<string, Rows>>, minimum = 1): void {
  let dimension: number | undefined;
  for (const [name, rows] of Object.entries(samples)) {
    if (rows.length < minimum) throw new RangeError(`${name} must hold at least ${minimum} rows, got ${rows.length}`);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      dimension ??= row.length;
      if (row.length !== dimension) {
        throw new RangeError(`${name}[${i}] must have ${dimension} coordinates like the first row, got ${row.length}`);
      }
      checkSample(`${name}[${i}]`, row);
    }
  }
}
