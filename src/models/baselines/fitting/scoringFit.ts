import type { ErrorLaw } from "../../../simulators/mechanisms/errorLaw.js";
import type { Skeleton } from "../../../simulators/mechanisms/skeleton.js";
import { boxedStep } from "./boxedStep.js";
import type { LogBox } from "./logBox.js";

/** A local maximum of log p(x | θ, s = 1), where nothing is unknown of the errors or the best s is not asked yet. */
export interface PathFit {
  /** log θ, shape [p]. */
  readonly logParameters: Float64Array;
  /** log p(x | θ, s = 1) in nats. */
  readonly logLikelihood: number;
  /** Fisher information about log θ at s = 1, row-major, shape [p·p]. */
  readonly information: Float64Array;
}

/** Relative step of the numerical derivatives: the square root of rounding, and a little for the path's own errors. */
const DIFFERENCE = 1e-6;
/** A step that promises fewer nats than this is not worth taking. */
const TOLERANCE = 1e-8;
const STEPS = 200;
/** Damping at which no step makes a difference. */
const STUCK = 1e12;
/** A fit is known already if its next step ends this close to it, in nats of the quadratic model. */
const NEAR = 1e-6;

/**
 * A local maximiser of the likelihood of one mechanism within a box, by Fisher scoring with damping.
 *
 * u = log θ; e = V^{−1/2}(x − μ), J = V^{−1/2} ∂μ/∂u by forward differences; each step solves (JᵀJ + λ diag JᵀJ) δ = Jᵀe
 * within the box. With Gaussian errors that is the Levenberg–Marquardt method.
 *
 * @param skeleton the mechanism, p parameters and n values
 * @param errors the error law of x
 * @param box where log θ may lie, shape [p] each
 * @returns a function of x, shape [n], of a start log θ in the box, shape [p], and of fits found before (default none):
 *   the local maximum, or undefined if the likelihood is not finite at the start, or if the search is about to end in a
 *   fit found before
 * @throws what the path and the error law throw
 * @source Osborne 1992, "Fisher's method of scoring"; Madsen, Nielsen & Tingleff 2004, "Methods for Non-Linear Least
 *   Squares Problems", algorithm 3.16 (the damping)
 */
export function scoringFit(
  skeleton: Skeleton,
  errors: ErrorLaw,
  box: LogBox,
): (x: readonly number[], start: ArrayLike<number>, found?: readonly PathFit[]) => PathFit | undefined {
  const n = skeleton.length;
  const p = skeleton.parameters.length;
  const theta = new Float64Array(p);
  const path = new Float64Array(n);
  const moved = new Float64Array(n);
  const residual = new Float64Array(n);
  const jacobian = Array.from({ length: p }, () => new Float64Array(n));
  const vectors = [residual, ...jacobian];
  const u = new Float64Array(p);
  const trial = new Float64Array(p);
  const step = new Float64Array(p);
  const model = { gradient: new Float64Array(p), curvature: new Float64Array(p * p) };
  const { gradient, curvature } = model;
  const solve = boxedStep(box);

  const pathOf = (point: Float64Array, out: Float64Array): void => {
    for (let j = 0; j < p; j++) theta[j] = Math.exp(point[j]);
    skeleton.path(theta, out);
  };
  /** Gradient and information at u; `path` is the path of u. */
  const linearise = (x: readonly number[]): void => {
    for (let i = 0; i < n; i++) residual[i] = x[i] - path[i];
    for (let j = 0; j < p; j++) {
      const at = u[j];
      u[j] += DIFFERENCE;
      pathOf(u, moved);
      const width = u[j] - at;
      u[j] = at;
      const column = jacobian[j];
      for (let i = 0; i < n; i++) column[i] = (moved[i] - path[i]) / width;
    }
    errors.whiten(path, vectors);
    for (let j = 0; j < p; j++) {
      gradient[j] = dot(jacobian[j], residual);
      for (let k = 0; k <= j; k++) {
        curvature[j * p + k] = dot(jacobian[j], jacobian[k]);
        curvature[k * p + j] = curvature[j * p + k];
      }
    }
  };
  /** Half the squared distance, in the metric of the model, between a fit and the end of the present step. */
  const distanceTo = (fit: PathFit): number => {
    let sum = 0;
    for (let j = 0; j < p; j++) {
      for (let k = 0; k < p; k++) {
        const [a, b] = [u[j] + step[j] - fit.logParameters[j], u[k] + step[k] - fit.logParameters[k]];
        sum += a * curvature[j * p + k] * b;
      }
    }
    return sum / 2;
  };

  return (x, start, found = []) => {
    for (let j = 0; j < p; j++) u[j] = Math.min(Math.max(start[j], box.lower[j]), box.upper[j]);
    pathOf(u, path);
    let value = errors.logLikelihood(x, path, 1);
    if (!(value > -Infinity)) return undefined;
    let lambda = 1;
    let factor = 2;
    linearise(x);
    for (let i = 0; i < STEPS; i++) {
      // What a nat is worth at s = 1, where the errors have another scale.
      const unit = errors.fittedScale ? errors.fittedScale(x, path) ** 2 : 1;
      const gain = solve(model, lambda, u, step);
      if (!(gain < 0 || gain * (1 + lambda) > TOLERANCE * unit) || lambda > STUCK) break;
      if (gain < NEAR * unit && found.some((fit) => fit.logLikelihood > value && distanceTo(fit) < NEAR * unit)) return undefined;
      for (let j = 0; j < p; j++) trial[j] = Math.min(Math.max(u[j] + step[j], box.lower[j]), box.upper[j]);
      pathOf(trial, moved);
      const reached = errors.logLikelihood(x, moved, 1);
      if (reached > value && gain > 0) {
        lambda *= Math.max(1 / 3, 1 - (2 * ((reached - value) / gain) - 1) ** 3);
        factor = 2;
        value = reached;
        u.set(trial);
        path.set(moved);
        linearise(x);
      } else {
        lambda *= factor;
        factor *= 2;
      }
    }
    return { logParameters: u.slice(), logLikelihood: value, information: curvature.slice() };
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
