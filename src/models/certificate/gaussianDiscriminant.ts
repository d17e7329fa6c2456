import { standardisation, standardise } from "../../nn/standardisation.js";
import { cholesky } from "../../simulators/conjugate/cholesky.js";
import type { Rows } from "../../statistics/twoSample/checkSample.js";
import type { TwoSampleClassifier } from "./twoSampleClassifier.js";

/** Added to every variance in standard units: a collinear or constant coordinate then does no harm. */
const RIDGE = 1e-6;

/**
 * The classifier by quadratic discriminant: either kind of rows is taken as normal.
 *
 * a row z looks real ⇔ q_real(z) < q_simulated(z), with q(z) = (z − m)ᵀ S⁻¹ (z − m) + log |S|, m and S the mean and
 * covariance of the kind's training rows, in standard units, S + 10⁻⁶ I
 *
 * It trains in microseconds, and sees differences of means, spreads and correlations.
 *
 * @returns a classifier for rows of real numbers
 * @source Hastie, Tibshirani & Friedman 2009, "The Elements of Statistical Learning", section 4.3
 * @example gaussianDiscriminant().id // => "gaussian-discriminant"
 */
export function gaussianDiscriminant(): TwoSampleClassifier {
  return {
    id: "gaussian-discriminant",
    fit(simulated, real) {
      const width = real[0].length;
      const by = standardisation({ data: flat([...simulated, ...real]), width });
      const units = (rows: Rows): Float32Array => standardise({ data: flat(rows), width }, by);
      const ofSimulated = misfit(units(simulated), width);
      const ofReal = misfit(units(real), width);
      return (rows) => {
        const data = units(rows);
        return rows.map((_, i) => {
          const row = data.subarray(i * width, (i + 1) * width);
          return ofReal(row) < ofSimulated(row);
        });
      };
    },
  };
}

/** −2 log of the normal density fitted to rows, up to a constant. */
function misfit(data: Float32Array, width: number): (row: Float32Array) => number {
  const n = data.length / width;
  const mean = new Float64Array(width);
  data.forEach((value, i) => (mean[i % width] += value / n));
  const covariance = Array.from({ length: width }, (_, j) => Array.from({ length: width }, (_, k) => (j === k ? RIDGE : 0)));
  for (let at = 0; at < data.length; at += width) {
    for (let j = 0; j < width; j++) {
      const share = (data[at + j] - mean[j]) / n;
      for (let k = 0; k <= j; k++) covariance[j][k] += share * (data[at + k] - mean[k]);
    }
  }
  const { solve, logDeterminant } = cholesky(covariance);
  return (row) => {
    const difference = Array.from(row, (value, j) => value - mean[j]);
    return solve(difference).reduce((sum, value, j) => sum + value * difference[j], logDeterminant);
  };
}

function flat(rows: Rows): Float64Array {
  const data = new Float64Array(rows.length * rows[0].length);
  rows.forEach((row, i) => data.set(row, i * row.length));
  return data;
}
