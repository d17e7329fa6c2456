import { BODY, requireBodies } from "./requireBodies.js";

/**
 * The potential energy of bodies that attract each other by softened gravity, G = 1.
 *
 * U = −Σ_{i<j} m_i m_j / √(|x_i − x_j|² + s²)
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [n, 7], n ≥ 1
 * @param softening s, a finite length > 0; default .1, that of `celestial`
 * @returns U ≤ 0; 0 for one body
 * @throws RangeError if state is not such an array of finite numbers with positive masses, or s leaves its domain
 * @example potentialEnergy(new Float64Array([2, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0]), 3) // => -1.2
 */
export function potentialEnergy(state: Float64Array, softening = 0.1): number {
  requireBodies(state);
  if (!(softening > 0 && softening < Infinity)) {
    throw new RangeError(`softening must be positive and finite, got ${softening}`);
  }
  let sum = 0;
  for (let p = 0; p < state.length; p += BODY) {
    for (let q = p + BODY; q < state.length; q += BODY) {
      const [dx, dy, dz] = [1, 2, 3].map((k) => state[p + k] - state[q + k]);
      sum -= (state[p] * state[q]) / Math.hypot(dx, dy, dz, softening);
    }
  }
  return sum;
}
