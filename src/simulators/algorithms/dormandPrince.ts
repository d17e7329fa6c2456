import { requirePositive } from "../reactions/requireNumber.js";

/** A system of ordinary differential equations: writes y' into `slope`, both of the system's dimension. */
export type Derivative = (y: Float64Array, slope: Float64Array) => void;

const STAGES = 7;
/** The tableau, row by row below its diagonal; the last row gives the solution of order 5. */
const A = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Weights of the difference between the solutions of orders 5 and 4. */
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * An autonomous initial value problem y' = f(y), solved by the Dormand–Prince pair with an adaptive step.
 *
 * Pair of orders 5 and 4; a step is taken where max_i |e_i| / (1 + |y_i|) ≤ tolerance, e its estimated error, and the next
 * is .9 (tolerance/error)^(1/5) times as long, within a factor of 5.
 *
 * @param derivative f
 * @param y the initial value, shape [n]; `advance` overwrites it with the solution
 * @param tolerance of one step, positive and finite
 * @returns `advance(duration)`, which moves y on by that time; steps carry over, and nothing is allocated in them
 * @throws RangeError if the tolerance is not positive and finite, and from `advance` if the solution stops being finite
 *   or the steps become too small to move on
 * @source Dormand & Prince 1980, "A family of embedded Runge–Kutta formulae"
 */
export function dormandPrince(derivative: Derivative, y: Float64Array, tolerance: number): (duration: number) => void {
  requirePositive("tolerance", tolerance);
  const slopes = Array.from({ length: STAGES }, () => new Float64Array(y.length));
  const trial = new Float64Array(y.length);
  let step = Infinity;
  return (duration) => {
    let left = duration;
    derivative(y, slopes[0]);
    while (left > 0) {
      const h = Math.min(step, left);
      for (let stage = 1; stage < STAGES; stage++) {
        for (let i = 0; i < y.length; i++) {
          let sum = 0;
          for (let k = 0; k < stage; k++) sum += A[stage][k] * slopes[k][i];
          trial[i] = y[i] + h * sum;
        }
        derivative(trial, slopes[stage]);
      }
      let error = 0;
      for (let i = 0; i < y.length; i++) {
        let sum = 0;
        for (let k = 0; k < STAGES; k++) sum += ERROR[k] * slopes[k][i];
        error = Math.max(error, Math.abs(h * sum) / (1 + Math.abs(y[i])));
      }
      if (error <= tolerance) {
        y.set(trial);
        slopes[0].set(slopes[STAGES - 1]);
        left = h === left ? 0 : left - h;
      }
      const factor = error === 0 ? 5 : 0.9 * (tolerance / error) ** 0.2; // NaN where the solution is no longer finite
      const next = h * (factor >= 0.2 ? Math.min(5, factor) : 0.2);
      // A step cut short by the end of the interval says little about the step that was possible.
      const wasCutShort = error <= tolerance && h < step && step < Infinity;
      step = wasCutShort ? Math.max(step, next) : next;
      if (!(step > 1e-12 * duration)) throw new RangeError(`the solution must stay finite and smooth, got a step of ${step}`);
    }
  };
}
