/** Rows of an array, by their distance from a query. */
export interface NearestRows {
  /** Indices of the nearest rows, nearest first, shape [k]. */
  readonly indices: Uint32Array;
  /** Their distances, ascending, shape [k]. */
  readonly distances: Float64Array;
}

/**
 * The k rows nearest to a query, by exhaustive search.
 *
 * argmin over k rows i of d_i = √(Σ_j (p_ij − q_j)²); among equal distances the lower index is the nearer. One pass
 * with a heap of the k best so far; a row is left as soon as its partial sum exceeds the worst of them, and nothing
 * is allocated for a row.
 *
 * @param points p, rows of equal width one after the other, shape [n × width], finite
 * @param width length of a row, ≥ 1
 * @param query q, shape [width], finite
 * @param k an integer in [1, n]
 * @returns indices and distances of the k nearest rows, nearest first
 * @throws RangeError if k is not such an integer, or the query has another width
 * @example nearestRows(Float32Array.of(0, 5, 2), 1, [3], 1).distances[0] // => 1
 */
export function nearestRows(points: Float32Array, width: number, query: ArrayLike<number>, k: number): NearestRows {
  const n = Math.floor(points.length / width);
  if (!Number.isInteger(k) || k < 1 || k > n) throw new RangeError(`k must be an integer in [1, ${n}], got ${k}`);
  if (query.length !== width) throw new RangeError(`query must hold ${width} numbers, got ${query.length}`);
  const q = Float64Array.from(query);
  const squares = new Float64Array(k).fill(Infinity);
  // Places not yet taken rank behind every row, the later the farther.
  const indices = Uint32Array.from({ length: k }, (_, place) => 2 ** 32 - 1 - place);
  for (let row = 0, at = 0; row < n; row++, at += width) {
    const worst = squares[0];
    let sum = 0;
    let j = 0;
    // Four at a time, so that the additions need not wait for one another.
    for (const last = width - 3; j < last && sum < worst; j += 4) {
      const a = points[at + j] - q[j];
      const b = points[at + j + 1] - q[j + 1];
      const c = points[at + j + 2] - q[j + 2];
      const d = points[at + j + 3] - q[j + 3];
      sum += a * a + b * b + (c * c + d * d);
    }
    for (; j < width && sum < worst; j++) sum += (points[at + j] - q[j]) ** 2;
    // Rows come in order of their index, so one at the worst distance is behind all that are there already.
    if (sum < worst) replaceFarthest(squares, indices, sum, row);
  }
  const order = Array.from(squares.keys()).sort((a, b) => squares[a] - squares[b] || indices[a] - indices[b]);
  return {
    indices: Uint32Array.from(order, (place) => indices[place]),
    distances: Float64Array.from(order, (place) => Math.sqrt(squares[place])),
  };
}

/** Put a row in the place of the farthest, which is the root of a heap whose parents are farther than their children. */
function replaceFarthest(squares: Float64Array, indices: Uint32Array, square: number, row: number): void {
  const k = squares.length;
  let place = 0;
  for (let child = 1; child < k; child = 2 * place + 1) {
    const other = child + 1;
    if (other < k && isFarther(squares[other], indices[other], squares[child], indices[child])) child = other;
    if (!isFarther(squares[child], indices[child], square, row)) break;
    squares[place] = squares[child];
    indices[place] = indices[child];
    place = child;
  }
  squares[place] = square;
  indices[place] = row;
}

const isFarther = (a: number, i: number, b: number, j: number): boolean => a > b || (a === b && i > j);
