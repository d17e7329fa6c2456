/** The numbers of one body: [m, x, y, z, vx, vy, vz]. */
export const BODY = 7;

/**
 * Check that a state holds bodies: rows [m, x, y, z, vx, vy, vz].
 *
 * m > 0, everything finite
 *
 * @param state shape [n, 7], row by row
 * @param bodies n; default: any n ≥ 1
 * @returns n
 * @throws RangeError if the shape differs, a number is not finite or a mass is not positive
 * @example requireBodies(new Float64Array([1, 0, 0, 0, 0, 0, 0])) // => 1
 */
export function requireBodies(state: ArrayLike<number>, bodies?: number): number {
  const n = state.length / BODY;
  if (!(n >= 1 && Number.isInteger(n) && n === (bodies ?? n))) {
    throw new RangeError(`state must have shape [${bodies ?? "n"}, 7], got ${state.length} numbers`);
  }
  for (let i = 0; i < state.length; i++) {
    if (!Number.isFinite(state[i])) {
      throw new RangeError(`state must hold finite numbers, got ${state[i]} in body ${Math.floor(i / BODY)}`);
    }
    if (i % BODY === 0 && !(state[i] > 0)) {
      throw new RangeError(`masses must be positive, got ${state[i]} in body ${i / BODY}`);
    }
  }
  return n;
}
