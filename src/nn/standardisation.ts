/** Rows of equal width, one after the other: shape [rows, width]. */
export interface Rows {
  readonly data: Float64Array;
  readonly width: number;
}

/** Centre and scale of each column, shape [width]; scales are positive. */
export interface Standardisation {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
}

/** A column whose spread is below this share of its size is constant up to rounding. */
const CONSTANT = 1e-12;

/**
 * The column means and standard deviations of rows; a constant column gets scale 1.
 *
 * @param rows shape [n, width], n ≥ 1, finite
 * @returns mean_j and scale_j = √(Σ_i (x_ij − mean_j)² / n)
 * @throws RangeError if there is no row
 * @example standardisation({ data: Float64Array.of(1, 3), width: 1 }).mean[0] // => 2
 */
export function standardisation({ data, width }: Rows): Standardisation {
  const n = data.length / width;
  if (n < 1) throw new RangeError("a standardisation needs at least one row");
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  const largest = new Float64Array(width);
  for (let row = 0; row < data.length; row += width) {
    for (let j = 0; j < width; j++) {
      mean[j] += data[row + j] / n;
      largest[j] = Math.max(largest[j], Math.abs(data[row + j]));
    }
  }
  for (let row = 0; row < data.length; row += width) {
    for (let j = 0; j < width; j++) scale[j] += (data[row + j] - mean[j]) ** 2 / n;
  }
  const positive = (variance: number, j: number): number => {
    const deviation = Math.sqrt(variance);
    return deviation > CONSTANT * largest[j] ? deviation : 1;
  };
  return { mean, scale: scale.map(positive) };
}

/**
 * Rows in standard units, (x_ij − mean_j) / scale_j, in single precision.
 *
 * @param rows shape [n, width]
 * @param by a standardisation of the same width
 * @returns shape [n, width], flat
 */
export function standardise({ data, width }: Rows, { mean, scale }: Standardisation): Float32Array {
  const units = new Float32Array(data.length);
  for (let row = 0; row < data.length; row += width) {
    for (let j = 0; j < width; j++) units[row + j] = (data[row + j] - mean[j]) / scale[j];
  }
  return units;
}
