import { checkRows, type Rows } from "./checkSample.js";
import { squaredDistance } from "../kernels/squaredDistance.js";

/**
 * A bandwidth from the data: the median distance between distinct points of the pooled sample.
 *
 * h = median{ ‖z_i − z_j‖ : i < j, z_i ≠ z_j }, z = (x, y); the mean of the middle two for an even count
 *
 * It depends on the pool only, so a permutation test that uses it keeps its size. Ties are left out, since
 * their zeros could make h vanish. Time and memory grow as (m + n)²/2 numbers.
 *
 * @param x shape [m][d], m ≥ 1, finite
 * @param y shape [n][d], n ≥ 1, finite, in the units of x
 * @returns h > 0, in the units of x
 * @throws RangeError if a sample is empty or not finite, rows differ in length, or all points coincide
 * @source Gretton et al. 2012, "A kernel two-sample test", section 8
 * @example medianHeuristic([[0], [1]], [[3]]) // => 2
 */
export function medianHeuristic(x: Rows, y: Rows): number {
  checkRows({ x, y });
  const pool = [...x, ...y];
  const distances = new Float64Array((pool.length * (pool.length - 1)) / 2);
  let count = 0;
  for (let i = 0; i < pool.length; i++) {
    for (let j = 0; j < i; j++) {
      const squared = squaredDistance(pool[i], pool[j]);
      if (squared > 0) distances[count++] = Math.sqrt(squared);
    }
  }
  if (count === 0) throw new RangeError(`x and y must hold two distinct points, got ${pool.length} equal ones`);
  const sorted = distances.subarray(0, count).sort();
  return (sorted[(count - 1) >> 1] + sorted[count >> 1]) / 2;
}
