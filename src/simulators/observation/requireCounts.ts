/**
 * Whole counts, as models that draw single cases need.
 *
 * c_i ∈ {0, 1, 2, …}
 *
 * @param counts any series
 * @returns the counts
 * @throws RangeError if a value is not a whole number ≥ 0
 */
export function requireCounts(counts: ArrayLike<number>): ArrayLike<number> {
  for (let i = 0; i < counts.length; i++) {
    if (!(Number.isSafeInteger(counts[i]) && counts[i] >= 0)) {
      throw new RangeError(`counts must be whole numbers >= 0, got ${counts[i]} at ${i}; expected counts have a mean only`);
    }
  }
  return counts;
}

/**
 * Expected counts: any series that is finite and not negative.
 *
 * c_i ∈ [0, ∞)
 *
 * @param counts any series
 * @returns the counts
 * @throws RangeError if a value is negative or not finite
 */
export function requireMeans(counts: ArrayLike<number>): ArrayLike<number> {
  for (let i = 0; i < counts.length; i++) {
    if (!(counts[i] >= 0 && counts[i] < Infinity)) {
      throw new RangeError(`counts must be finite and >= 0, got ${counts[i]} at ${i}`);
    }
  }
  return counts;
}
