import type { Rows } from "./checkSample.js";
import type { Kernel } from "../kernels/gaussianKernel.js";

/** Sums of a pairwise function over ordered pairs of different points. */
export interface PairSums {
  readonly withinX: number;
  readonly withinY: number;
  /** Over the m·n pairs of one point of each group. */
  readonly between: number;
}

/**
 * All pairwise values of a pooled sample, computed once, for statistics that are re-evaluated on many splits.
 *
 * With A_ij = k(z_i, z_j), i ≠ j, and row sums r: S_xy = Σ_{i∈X} r_i − S_xx and S_yy = S − S_xx − 2 S_xy, so a split
 * costs O(min(m, n)²) additions.
 *
 * @param pool z, shape [N][d], checked by the caller
 * @param pair k, symmetric and finite; the diagonal is not used
 * @returns a function from a split of 0 … N−1 into two groups of indices to the three sums; memory N² numbers
 * @throws RangeError if k is not finite
 * @source the definition of the sums in Gretton et al. 2012, "A kernel two-sample test", equation 3
 */
export function pairTable(pool: Rows, pair: Kernel): (x: readonly number[], y: readonly number[]) => PairSums {
  const size = pool.length;
  const table = new Float64Array(size * size);
  const rowSums = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const value = pair(pool[i], pool[j]);
      if (!Number.isFinite(value)) throw new RangeError(`kernel must be finite on the data, got ${value}`);
      table[i * size + j] = table[j * size + i] = value;
      rowSums[i] += value;
      rowSums[j] += value;
    }
  }
  const total = rowSums.reduce((sum, value) => sum + value, 0);
  return (x, y) => {
    const smallerX = x.length <= y.length;
    const fewer = Int32Array.from(smallerX ? x : y).sort(); // in memory order
    let within = 0;
    let rows = 0;
    for (let a = 0; a < fewer.length; a++) {
      const row = fewer[a] * size;
      rows += rowSums[fewer[a]];
      for (let b = 0; b < a; b++) within += table[row + fewer[b]];
    }
    within *= 2;
    const between = rows - within;
    const rest = total - within - 2 * between;
    return smallerX
      ? { withinX: within, withinY: rest, between }
      : { withinX: rest, withinY: within, between };
  };
}
