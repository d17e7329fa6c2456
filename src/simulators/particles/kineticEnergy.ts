import { BODY, requireBodies } from "./requireBodies.js";

/**
 * The kinetic energy of bodies.
 *
 * K = ½ Σ m_i |v_i|²
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [n, 7], n ≥ 1
 * @returns K ≥ 0, in units of mass · velocity²
 * @throws RangeError if state is not such an array of finite numbers with positive masses
 * @example kineticEnergy(new Float64Array([2, 0, 0, 0, 0, 3, 0])) // => 9
 */
export function kineticEnergy(state: Float64Array): number {
  requireBodies(state);
  let sum = 0;
  for (let p = 0; p < state.length; p += BODY) {
    sum += 0.5 * state[p] * (state[p + 4] ** 2 + state[p + 5] ** 2 + state[p + 6] ** 2);
  }
  return sum;
}
