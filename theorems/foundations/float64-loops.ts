/** A matrix, or a batch of them, row after row. */
export interface Matrices {
  readonly values: Float32Array;
  /** Number of matrices, or 1 to use one for all. */
  readonly batch: number;
  readonly rows: number;
  readonly columns: number;
}

/** One matrix, or a batch of them. */
export const matrix = (values: Float32Array, rows: number, columns: number, batch = 1): Matrices => ({ values, batch, rows, columns });

/** What float64 loops find, and how far float32 may be from it. */
export interface Reference {
  readonly value: Float64Array;
  readonly tolerance: Float64Array;
}

/** Half of float32's spacing at 1: the relative error of one rounding. */
export const UNIT = 2 ** -24;
/** The error of n roundings in a row is below n·u / (1 − n·u): this much more than n·u for the sizes used here. */
const SLACK = 1.001;

/** A reference from its value and tolerance at every place. */
export function reference(length: number, at: (i: number) => readonly [value: number, tolerance: number]): Reference {
  const found = { value: new Float64Array(length), tolerance: new Float64Array(length) };
  for (let i = 0; i < length; i++) [found.value[i], found.tolerance[i]] = at(i);
  return found;
}

/** The same matrices with rows for columns. */
export function transposed({ values, batch, rows, columns }: Matrices): Matrices {
  const swapped = Float32Array.from({ length: values.length }, (_, at) => {
    const [matrix, place] = [Math.floor(at / (rows * columns)), at % (rows * columns)];
    return values[matrix * rows * columns + (place % rows) * columns + Math.floor(place / rows)];
  });
  return { values: swapped, batch, rows: columns, columns: rows };
}

/**
 * A·B + bias, for every matrix of the batch.
 *
 * In float32, in any order of summation, a dot product of k terms is off by at most γ_{k+1} Σ|a b|, γ_n = n·u / (1 − n·u)
 * (Higham 2002, "Accuracy and stability of numerical algorithms", section 3.1).
 */
export function product(a: Matrices, b: Matrices, bias?: ArrayLike<number>): Reference {
  const [rows, columns, inner] = [a.rows, b.columns, a.columns];
  return reference(Math.max(a.batch, b.batch) * rows * columns, (at) => {
    const matrix = Math.floor(at / (rows * columns));
    const [i, j] = [Math.floor((at % (rows * columns)) / columns), at % columns];
    let [sum, magnitude] = [bias?.[j] ?? 0, Math.abs(bias?.[j] ?? 0)];
    for (let k = 0; k < inner; k++) {
      const x = a.values[((matrix % a.batch) * rows + i) * inner + k];
      const y = b.values[((matrix % b.batch) * inner + k) * columns + j];
      sum += x * y;
      magnitude += Math.abs(x * y);
    }
    return [sum, (inner + 2) * UNIT * SLACK * magnitude];
  });
}

/** max(0, x), which moves no two numbers apart. */
export const rectified = ({ value, tolerance }: Reference): Reference => ({ value: value.map((x) => Math.max(0, x)), tolerance });

/** Gradients of Σ c ⊙ max(0, x W + bias) by x, W and the bias, exact for small integers; the gradient at 0 is 0. */
export function denseGradients(x: Matrices, w: Matrices, bias: Float32Array, c: Float32Array): Reference[] {
  const { value } = product(x, w, bias);
  const upstream = matrix(c.map((weight, i) => (value[i] > 0 ? weight : 0)), x.rows, w.columns);
  const ones = matrix(new Float32Array(x.rows).fill(1), 1, x.rows);
  return [product(upstream, transposed(w)), product(transposed(x), upstream), product(ones, upstream)].map((exact) => ({
    value: exact.value,
    tolerance: new Float64Array(exact.value.length),
  }));
}

/** log Σ e^{x − max}, and the largest logit max, of every row. */
function rowNorms(x: Float32Array, columns: number): { largest: number; logSum: number }[] {
  return Array.from({ length: x.length / columns }, (_, i) => {
    const row = Array.from(x.subarray(i * columns, (i + 1) * columns));
    const largest = Math.max(...row);
    return { largest, logSum: Math.log(row.reduce((sum, v) => sum + Math.exp(v - largest), 0)) };
  });
}

/**
 * Softmax of every row of logits, or its logarithm.
 *
 * In float32 the shift x − max is off by u|x − max|, a sum of n terms by γ_n, and exp and log by 8 units in the last
 * place at most; below 2⁻¹²⁶ a probability may be rounded to zero.
 */
export function softmax(x: Float32Array, columns: number, isLog: boolean): Reference {
  const norms = rowNorms(x, columns);
  return reference(x.length, (i) => {
    const { largest, logSum } = norms[Math.floor(i / columns)];
    const shift = x[i] - largest;
    const units = (Math.abs(shift) + 2 * columns + 16) * UNIT;
    const value = shift - logSum;
    return isLog ? [value, units + Math.abs(value) * UNIT] : [Math.exp(value), Math.exp(value) * units + 2 ** -126];
  });
}

/** Whether every number found lies within the tolerance; NaN never does. */
export function agrees(found: ArrayLike<number>, { value, tolerance }: Reference): boolean {
  return found.length === value.length && value.every((x, i) => Math.abs(found[i] - x) <= tolerance[i]);
}
