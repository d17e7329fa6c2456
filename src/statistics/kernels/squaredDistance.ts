/**
 * Squared Euclidean distance of two points.
 *
 * ‖x − y‖² = Σ_i (x_i − y_i)²
 *
 * @param x shape [d]
 * @param y shape [d], in the units of x
 * @returns a number ≥ 0, in the units of x squared
 * @throws never: rows are checked once by the statistic that compares them
 * @source definition of the Euclidean norm
 * @example squaredDistance([0, 0], [3, 4]) // => 25
 */
export function squaredDistance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const difference = x[i] - y[i];
    sum += difference * difference;
  }
  return sum;
}
