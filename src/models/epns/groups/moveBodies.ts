import { requireBodies } from "../../../simulators/particles/requireBodies.js";
import { type BodySymmetry, requireBodySymmetry } from "./bodySymmetry.js";
import { moveVectors } from "./moveVectors.js";

/**
 * Act with E(3) × S_n on bodies: positions turn and move, velocities turn, and bodies change places.
 *
 * (g s)_i = [m, R x + t, R v] of body order(i)
 *
 * @param symmetry g
 * @param state s, rows [m, x, y, z, vx, vy, vz], shape [n, 7]
 * @returns g s, of the same shape
 * @throws RangeError if g is no such element, or the state not n rows of finite numbers with positive masses
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (symmetries of the celestial dynamics)
 * @example [...moveBodies({ matrix: [-1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 1], order: [0] },
 *   new Float64Array([2, 1, 0, 0, 3, 0, 0]))] // => [2, -1, 0, 1, -3, 0, 0]
 */
export function moveBodies(symmetry: BodySymmetry, state: Float64Array): Float64Array {
  const bodies = requireBodies(state);
  requireBodySymmetry(symmetry, bodies);
  const moved = new Float64Array(state.length);
  const vectors = moveVectors(symmetry, state.filter((_, at) => at % 7 > 0));
  for (let i = 0; i < bodies; i++) {
    moved[7 * i] = state[7 * symmetry.order[i]];
    for (let k = 0; k < 6; k++) moved[7 * i + 1 + k] = vectors[6 * i + k] + (k < 3 ? symmetry.translation[k] : 0);
  }
  return moved;
}
