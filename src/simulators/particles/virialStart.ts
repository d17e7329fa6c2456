import { normal } from "../../random/normal.js";
import type { Stream } from "../../random/stream.js";
import { uniform } from "../../random/uniform.js";
import { cholesky } from "../conjugate/cholesky.js";
import { kineticEnergy } from "./kineticEnergy.js";
import { potentialEnergy } from "./potentialEnergy.js";
import { BODY } from "./requireBodies.js";

const SPREAD = 1.5;
const SEPARATION = 0.8;
const AXES = [1, 2, 3] as const;

/**
 * Check the number of bodies of `virialStart`: 3 ≤ n ≤ 24.
 *
 * @param bodies an integer in [3, 24]: two bodies about their common centre lie on a line, and more than 24 are seldom
 *   apart
 * @throws RangeError if bodies is not such an integer
 */
export function requireBodyCount(bodies: number): void {
  if (!(Number.isInteger(bodies) && bodies >= 3 && bodies <= 24)) {
    throw new RangeError(`bodies must be an integer in [3, 24], got ${bodies}`);
  }
}

/** Rows [m, x, y, z, 0, 0, 0], drawn again as a whole until all distances are large enough. */
function separated(stream: Stream, bodies: number): Float64Array {
  const state = new Float64Array(BODY * bodies);
  for (let p = 0; p < state.length; p += BODY) state[p] = uniform(stream, 1, 1.5);
  for (;;) {
    let closest = Infinity;
    for (let p = 0; p < state.length; p += BODY) {
      for (const k of AXES) state[p + k] = normal(stream, 0, SPREAD);
      for (let q = 0; q < p; q += BODY) {
        closest = Math.min(closest, Math.hypot(...AXES.map((k) => state[p + k] - state[q + k])));
      }
    }
    if (closest >= SEPARATION) return state;
  }
}

/**
 * One draw of the initial law of `celestial`: a self-gravitating group at virial balance and at rest as a whole.
 *
 * m ~ U(1, 1.5); x ~ N(0, 1.5² I) given that all distances are ≥ .8, then Σ m_i x_i = 0 by a shift. Velocities start
 * as w ~ N(0, I), go to the nearest v (in the norm Σ m_i |·|²) with v_i · x_i = 0 and Σ m_i v_i = 0, and are scaled to
 * 2K/|U| = 1, so that all conditions hold at once.
 * v_i = P_i (w_i − λ), P_i = I − x_i x_iᵀ/|x_i|², (Σ m_i P_i) λ = Σ m_i P_i w_i
 *
 * @param stream source of randomness
 * @param bodies n, an integer in [3, 24]
 * @param softening of the potential energy, a finite length > 0
 * @returns rows [m, x, y, z, vx, vy, vz], shape [n, 7]; its law is invariant under O(3) and permutations
 * @throws RangeError if an argument leaves its domain
 * @source the initial law of the celestial task (virial balance: 2K + U = 0); the projection is Lagrange's condition
 */
export function virialStart(stream: Stream, bodies: number, softening: number): Float64Array {
  requireBodyCount(bodies);
  const state = separated(stream, bodies);
  const rows = Array.from({ length: bodies }, (_, i) => state.subarray(BODY * i, BODY * (i + 1)));
  const total = rows.reduce((sum, [m]) => sum + m, 0);
  for (const k of AXES) {
    const centre = rows.reduce((sum, row) => sum + row[0] * row[k], 0) / total;
    for (const row of rows) row[k] -= centre;
  }

  const tangent = (row: Float64Array, w: readonly number[]): number[] => {
    const [, x, y, z] = row;
    const along = (x * w[0] + y * w[1] + z * w[2]) / (x * x + y * y + z * z);
    return [w[0] - along * x, w[1] - along * y, w[2] - along * z];
  };
  const summed = (vectors: readonly (readonly number[])[]): number[] =>
    AXES.map((_, k) => rows.reduce((sum, [m], i) => sum + m * vectors[i][k], 0));
  const raw = rows.map((row) => tangent(row, AXES.map(() => normal(stream))));
  const matrix = AXES.map((_, k) => summed(rows.map((row) => tangent(row, AXES.map((_, l) => (k === l ? 1 : 0))))));
  const drift = cholesky(matrix).solve(summed(raw));
  rows.forEach((row, i) => row.set(tangent(row, raw[i].map((value, k) => value - drift[k])), 4));

  const scale = Math.sqrt(-potentialEnergy(state, softening) / (2 * kineticEnergy(state)));
  for (const row of rows) for (const k of AXES) row[k + 3] *= scale;
  return state;
}
