import { checkSample } from "../twoSample/checkSample.js";

/**
 * The fair continuous ranked probability score of an ensemble forecast; lower is better.
 *
 * CRPS = (1/m) Σ_i |x_i − y| − 1/(2m(m−1)) Σ_{i,j} |x_i − x_j|
 *
 * @param ensemble x, shape [m], m ≥ 2, finite, in the units of y
 * @param observed y, finite
 * @returns the score, in the units of y; its mean is that of the law behind the ensemble at every m, so a single score
 *   may be negative
 * @throws RangeError if m < 2 or a value is not finite
 * @source Ferro 2014, "Fair scores for ensemble forecasts"; Gneiting & Raftery 2007, "Strictly proper scoring rules,
 *   prediction, and estimation", section 4.2
 * @example crps([1, 3], 2) // => 0
 */
export function crps(ensemble: ArrayLike<number>, observed: number): number {
  checkSample("ensemble", ensemble, 2);
  if (!Number.isFinite(observed)) throw new RangeError(`observed must be finite, got ${observed}`);
  const sorted = Float64Array.from(ensemble).sort();
  const m = sorted.length;
  let [error, spread] = [0, 0];
  for (let i = 0; i < m; i++) {
    error += Math.abs(sorted[i] - observed);
    spread += (2 * i - m + 1) * sorted[i]; // Σ_{i<j} (x_(j) − x_(i)), each value as often above as below others
  }
  return error / m - spread / (m * (m - 1));
}
