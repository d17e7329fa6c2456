import { eigengap } from "./eigengap.js";

/** States in which frame averaging promises nothing. */
export interface DegenerateFrames {
  /** Which states they are. */
  readonly states: readonly number[];
  /** The smallest relative eigengap of all states. */
  readonly smallestGap: number;
}

/**
 * Find states whose principal frames are (nearly) arbitrary, so that frame averaging loses its equivariance.
 *
 * result = {i : eigengap(s_i) < least}
 *
 * @param states rows [m, x, y, z, vx, vy, vz], each of shape [n, 7]; at least one
 * @param least the smallest relative eigengap that is still sound, in (0, ½]; .05 if not given
 * @returns the states below it, and the smallest gap found
 * @throws RangeError if there is no state, a state is malformed, or least leaves its domain
 * @example degenerateFrames([new Float64Array([1, 0, 0, 0, 0, 0, 0])]) // => ({ states: [0], smallestGap: 0 })
 */
export function degenerateFrames(states: readonly Float64Array[], least = 0.05): DegenerateFrames {
  if (!(least > 0 && least <= 0.5)) throw new RangeError(`least must be in (0, 0.5], got ${least}`);
  if (states.length === 0) throw new RangeError("states must hold at least one, got none");
  const gaps = states.map(eigengap);
  return { states: gaps.flatMap((gap, i) => (gap < least ? [i] : [])), smallestGap: Math.min(...gaps) };
}
