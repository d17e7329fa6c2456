import { cholesky } from "../../simulators/conjugate/cholesky.js";
import { featureRows } from "../sgnn/featureRows.js";
import type { PointEstimator } from "./pointEstimator.js";
import { type SimulationOptions, simulatedTargets, type TargetProblem } from "./simulatedTargets.js";

/** Against features that are constant or copies of each other, in units of their mean variance: below any noise. */
const RIDGE = 1e-9;

/**
 * The target as a linear function of the features, fitted to simulations by least squares.
 *
 * T̄ + Σ_j β_j (f_j(x) − f̄_j), β = (C + 1e-9 v I)⁻¹ c; C and c the covariances of the features among each other and with
 * the target, v = tr C/d
 *
 * @param problem simulator, features and target
 * @param options how many simulations, and their key
 * @returns the estimator
 * @throws RangeError if the number of simulations is outside its domain, features or targets are not equally many finite
 *   numbers, or no feature varies; from `estimate`, if the features of x are not d finite numbers
 * @source Hastie, Tibshirani & Friedman 2009, "The Elements of Statistical Learning", 2nd edition, section 3.2
 */
export function linearRegression<Theta, X>(problem: TargetProblem<Theta, X>, options: SimulationOptions): PointEstimator<X> {
  const { features, targets } = simulatedTargets(problem, options);
  const n = targets.length;
  const width = features[0].length;
  const centre = Float64Array.from({ length: width }, (_, j) => features.reduce((sum, row) => sum + row[j], 0) / n);
  const level = targets.reduce((sum, y) => sum + y, 0) / n;
  const covariance = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const slopes = new Float64Array(width);
  features.forEach((row, i) => {
    for (let j = 0; j < width; j++) {
      const from = row[j] - centre[j];
      slopes[j] += (from * (targets[i] - level)) / n;
      for (let k = 0; k <= j; k++) covariance[j][k] += (from * (row[k] - centre[k])) / n;
    }
  });
  const ridge = (RIDGE * covariance.reduce((sum, row, j) => sum + row[j], 0)) / width;
  const beta = cholesky(covariance.map((row, j) => row.map((value, k) => value + (j === k ? ridge : 0)))).solve(slopes);
  return {
    id: `linear-regression(${problem.simulator.id}, simulations=${options.simulations}, key=${String(options.key)})`,
    estimate: (x) => featureRows([x], problem.features, width).data.reduce((sum, value, j) => sum + beta[j] * (value - centre[j]), level),
  };
}
