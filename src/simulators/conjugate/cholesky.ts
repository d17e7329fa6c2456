/** A symmetric positive definite matrix in factored form. */
export interface Cholesky {
  /** log |A|. */
  readonly logDeterminant: number;
  /** A⁻¹ b, for b of shape [n]. */
  readonly solve: (b: ArrayLike<number>) => number[];
}

/**
 * Factor a symmetric positive definite matrix, to solve with it and to know its determinant.
 *
 * A = L Lᵀ, L lower triangular; log |A| = 2 Σ log L_ii
 *
 * @param a A, shape [n][n]; only the lower triangle is read
 * @returns log |A| and the solver x = A⁻¹ b
 * @throws RangeError if a pivot is not positive, so that A is not positive definite; the solver throws one if b does
 *   not have n entries
 * @source Golub & Van Loan 2013, "Matrix Computations", 4th edition, section 4.2
 * @example cholesky([[4, 2], [2, 5]]).solve([8, 12]) // => [1, 2]
 */
export function cholesky(a: readonly (readonly number[])[]): Cholesky {
  const n = a.length;
  const l: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = a[i][j];
      for (let k = 0; k < j; k++) sum -= row[k] * (l[j] ?? row)[k];
      if (j < i) row.push(sum / l[j][j]);
      else if (sum > 0 && sum < Infinity) row.push(Math.sqrt(sum));
      else throw new RangeError(`matrix must be positive definite, got pivot ${sum} in row ${i}`);
    }
    l.push(row);
  }
  const solve = (b: ArrayLike<number>): number[] => {
    if (b.length !== n) throw new RangeError(`b must hold ${n} numbers, got ${b.length}`);
    const x = Array.from(b);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < i; k++) x[i] -= l[i][k] * x[k];
      x[i] /= l[i][i];
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) x[i] -= l[k][i] * x[k];
      x[i] /= l[i][i];
    }
    return x;
  };
  return { logDeterminant: 2 * l.reduce((sum, row, i) => sum + Math.log(row[i]), 0), solve };
}
