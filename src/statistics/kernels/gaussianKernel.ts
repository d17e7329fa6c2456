import { squaredDistance } from "./squaredDistance.js";

/** A symmetric function of two points of equal dimension. */
export type Kernel = (x: ArrayLike<number>, y: ArrayLike<number>) => number;

/**
 * The Gaussian kernel of a bandwidth: characteristic, and bounded by 0 and 1.
 *
 * k(x, y) = exp(−‖x − y‖² / (2h²))
 *
 * @param bandwidth h, finite and > 0, in the units of x
 * @returns k, a symmetric function with values in [0, 1] and k(x, x) = 1
 * @throws RangeError if the bandwidth is not finite and positive
 * @source Gretton, Borgwardt, Rasch, Schölkopf & Smola 2012, "A kernel two-sample test", section 8
 * @example gaussianKernel(1)([0, 0], [0, 0]) // => 1
 */
export function gaussianKernel(bandwidth: number): Kernel {
  if (!(bandwidth > 0 && bandwidth < Infinity)) {
    throw new RangeError(`bandwidth must be finite and > 0, got ${bandwidth}`);
  }
  return (x, y) => Math.exp((-0.5 * squaredDistance(x, y)) / bandwidth / bandwidth);
}
