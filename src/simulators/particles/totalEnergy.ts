import { kineticEnergy } from "./kineticEnergy.js";
import { potentialEnergy } from "./potentialEnergy.js";

/**
 * The total energy of bodies that attract each other by softened gravity, G = 1.
 *
 * E = K + U, which the noise-free system conserves
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [n, 7], n ≥ 1
 * @param softening s, a finite length > 0; default .1, that of `celestial`
 * @returns E, in units of mass · velocity²
 * @throws RangeError if state is not such an array of finite numbers with positive masses, or s leaves its domain
 * @example totalEnergy(new Float64Array([2, 0, 0, 0, 0, 3, 0])) // => 9
 */
export function totalEnergy(state: Float64Array, softening = 0.1): number {
  return kineticEnergy(state) + potentialEnergy(state, softening);
}
