import { cholesky } from "../../simulators/conjugate/cholesky.js";
import type { LogBox } from "../baselines/fitting/logBox.js";
import type { Component } from "./boxMixture.js";
import { studentLaw } from "./studentLaw.js";

/** A local maximum of a density on a box, with its curvature. */
export interface Mode {
  /** Shape [d]. */
  readonly location: readonly number[];
  readonly logDensity: number;
  /** Minus the second derivatives of log f, or what stands for them: positive semidefinite, shape [d][d]. */
  readonly precision: readonly (readonly number[])[];
}

/**
 * Student laws about the modes of a density, weighted by Laplace's approximation of the mass about each.
 *
 * S = (A + diag(12/width²))⁻¹, A the precision at the mode, 12/width² that of the uniform law on the box;
 * w ∝ f(mode) |S|^{1/2}
 *
 * @param modes at least one
 * @param box bounds, shape [d] each
 * @param degrees degrees of freedom of the laws, finite and > 0
 * @returns a component for every mode
 * @throws RangeError if a precision is not positive semidefinite
 * @source Tierney & Kadane 1986, "Accurate approximations for posterior moments and marginal densities" (Laplace's method)
 */
export function laplaceComponents(modes: readonly Mode[], { lower, upper }: LogBox, degrees: number): Component[] {
  const top = Math.max(...modes.map(({ logDensity }) => logDensity));
  return modes.map(({ location, logDensity, precision }) => {
    const { solve, logDeterminant } = cholesky(
      precision.map((row, i) => row.map((value, j) => value + (i === j ? 12 / (upper[i] - lower[i]) ** 2 : 0))),
    );
    const shape = location.map((_, i) => solve(location.map((_unused, j) => (i === j ? 1 : 0))));
    return { law: studentLaw(location, shape, degrees), weight: Math.exp(logDensity - top - 0.5 * logDeterminant) };
  });
}
