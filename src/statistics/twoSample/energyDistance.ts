import { checkRows, type Rows } from "./checkSample.js";
import { squaredDistance } from "../kernels/squaredDistance.js";

/** Σ_{i,j} ‖a_i − b_j‖ */
function totalDistance(a: Rows, b: Rows): number {
  let sum = 0;
  for (const p of a) for (const q of b) sum += Math.sqrt(squaredDistance(p, q));
  return sum;
}

/**
 * Energy distance of two samples, as a V-statistic: the energy distance of their empirical laws.
 *
 * E = (2/mn) Σ_{i,j} ‖x_i − y_j‖ − (1/m²) Σ_{i,j} ‖x_i − x_j‖ − (1/n²) Σ_{i,j} ‖y_i − y_j‖
 *
 * @param x shape [m][d], m ≥ 1, finite
 * @param y shape [n][d], n ≥ 1, finite, in the units of x
 * @returns E, in the units of x; up to rounding E ≥ 0, with 0 for equal empirical laws. Biased upwards by
 *   O(1/m + 1/n), and not square-rooted
 * @throws RangeError if a sample is empty or not finite, or rows differ in length
 * @source Székely & Rizzo 2013, "Energy statistics: a class of statistics based on distances", two-sample statistic
 * @example energyDistance([[0]], [[3]]) // => 6
 */
export function energyDistance(x: Rows, y: Rows): number {
  checkRows({ x, y });
  const [m, n] = [x.length, y.length];
  return (2 * totalDistance(x, y)) / (m * n) - totalDistance(x, x) / (m * m) - totalDistance(y, y) / (n * n);
}
