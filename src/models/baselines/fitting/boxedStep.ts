import type { LogBox } from "./logBox.js";

/** A quadratic model of a function to be increased: gain(δ) = gᵀδ − ½ δᵀAδ. */
export interface QuadraticModel {
  /** g, shape [p]. */
  readonly gradient: Float64Array;
  /** A, symmetric and positive semidefinite, row-major, shape [p·p]. */
  readonly curvature: Float64Array;
}

/**
 * A solver for damped Newton steps that stay within a box.
 *
 * (A + λD) δ = g on the free coordinates, D = diag(A). A coordinate at a bound with the gradient pointing outwards does
 * not move; one whose step would leave the box ends at its bound, and the others are solved again given that.
 *
 * @param box bounds, shape [p] each
 * @returns a function that writes δ into `step`, given the model, the damping λ ≥ 0 and a point u of the box, and gives
 *   gain(δ): positive unless u is stationary or the model is not finite
 * @throws never: where A + λD is not positive definite the step is NaN, and so is its gain
 * @source Madsen, Nielsen & Tingleff 2004, "Methods for Non-Linear Least Squares Problems", section 3.2 (damping);
 *   Nocedal & Wright 2006, "Numerical Optimization", section 16.5 (active sets)
 */
export function boxedStep(box: LogBox): (model: QuadraticModel, lambda: number, u: Float64Array, step: Float64Array) => number {
  const { lower, upper } = box;
  const p = lower.length;
  const isFree = new Uint8Array(p);
  const l = new Float64Array(p * p);
  const y = new Float64Array(p);

  /** Solves for the free coordinates by Cholesky's factorisation, the others given. */
  const solve = ({ gradient, curvature }: QuadraticModel, lambda: number, step: Float64Array): void => {
    for (let i = 0; i < p; i++) {
      if (!isFree[i]) continue;
      let right = gradient[i];
      for (let j = 0; j < p; j++) if (!isFree[j]) right -= curvature[i * p + j] * step[j];
      for (let j = 0; j <= i; j++) {
        if (!isFree[j]) continue;
        let sum = curvature[i * p + j] * (i === j ? 1 + lambda : 1);
        for (let k = 0; k < j; k++) if (isFree[k]) sum -= l[i * p + k] * l[j * p + k];
        l[i * p + j] = i === j ? Math.sqrt(sum) : sum / l[j * p + j];
        if (j < i) right -= l[i * p + j] * y[j];
      }
      y[i] = right / l[i * p + i];
    }
    for (let i = p - 1; i >= 0; i--) {
      if (!isFree[i]) continue;
      let sum = y[i];
      for (let k = i + 1; k < p; k++) if (isFree[k]) sum -= l[k * p + i] * step[k];
      step[i] = sum / l[i * p + i];
    }
  };

  return (model, lambda, u, step) => {
    const { gradient, curvature } = model;
    for (let j = 0; j < p; j++) {
      const isHeld = (u[j] <= lower[j] && gradient[j] <= 0) || (u[j] >= upper[j] && gradient[j] >= 0) || curvature[j * p + j] === 0;
      isFree[j] = isHeld ? 0 : 1;
      step[j] = 0;
    }
    for (let moved = true; moved; ) {
      moved = false;
      solve(model, lambda, step);
      for (let j = 0; j < p; j++) {
        if (!isFree[j]) continue;
        const bound = u[j] + step[j] < lower[j] ? lower[j] : u[j] + step[j] > upper[j] ? upper[j] : undefined;
        if (bound === undefined) continue;
        step[j] = bound - u[j];
        isFree[j] = 0;
        moved = true;
      }
    }
    let gain = 0;
    for (let i = 0; i < p; i++) {
      let slope = 0;
      for (let j = 0; j < p; j++) slope += curvature[i * p + j] * step[j];
      gain += step[i] * (gradient[i] - 0.5 * slope);
    }
    return gain;
  };
}
