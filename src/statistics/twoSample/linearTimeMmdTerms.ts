import { checkRows, type Rows } from "./checkSample.js";
import type { Kernel } from "../kernels/gaussianKernel.js";

/**
 * Independent unbiased estimates of MMD², one per two consecutive pairs of points: bounded evidence of equality
 * in distribution.
 *
 * h_i = k(x_{2i−1}, x_{2i}) + k(y_{2i−1}, y_{2i}) − k(x_{2i−1}, y_{2i}) − k(x_{2i}, y_{2i−1}), i = 1 … ⌊n/2⌋
 *
 * @param x shape [n][d], n ≥ 2, independent draws, finite
 * @param y shape [n][d], independent draws, finite, in the units of x
 * @param kernel k, symmetric and finite; it must not have been chosen from these points
 * @returns h, shape [⌊n/2⌋], i.i.d. with mean MMD²; in [−2, 2] for a kernel in [0, 1]; an odd last pair is not used
 * @throws RangeError if the samples differ in size, are too short or not finite, rows differ in length, or k is
 *   not finite
 * @source Gretton et al. 2012, "A kernel two-sample test", section 6, Lemma 14
 * @example linearTimeMmdTerms([[0], [0]], [[9], [9]], gaussianKernel(0.1)) // => new Float64Array([2])
 */
export function linearTimeMmdTerms(x: Rows, y: Rows, kernel: Kernel): Float64Array {
  checkRows({ x, y }, 2);
  if (x.length !== y.length) throw new RangeError(`y must hold ${x.length} rows like x, got ${y.length}`);
  const terms = new Float64Array(x.length >> 1);
  for (let i = 0; i < terms.length; i++) {
    const [x0, x1, y0, y1] = [x[2 * i], x[2 * i + 1], y[2 * i], y[2 * i + 1]];
    const term = kernel(x0, x1) + kernel(y0, y1) - kernel(x0, y1) - kernel(x1, y0);
    if (!Number.isFinite(term)) throw new RangeError(`kernel must be finite on the data, got a term of ${term}`);
    terms[i] = term;
  }
  return terms;
}
