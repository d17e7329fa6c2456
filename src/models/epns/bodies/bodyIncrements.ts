import { BODY } from "../../../simulators/particles/requireBodies.js";

/** The time of an observation, and the units in which a model sees increments of velocity and position. */
export interface IncrementScales {
  /** Δt > 0. */
  readonly dt: number;
  /** s_v > 0. */
  readonly velocity: number;
  /** s_x > 0. */
  readonly position: number;
}

/** Vectors that every body has as latents, and as targets: one of velocity, one of position. */
export const VECTORS = 2;

/**
 * What a model of bodies predicts: how velocities change, and how positions differ from the trapezoidal rule.
 *
 * (dv/s_v, dx/s_x) with dv = v' − v,  dx = x' − x − Δt (v + v')/2; the map from (v', x') has determinant (s_v s_x)^{−3}
 * for each body
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [n, 7]
 * @param next the state Δt later, of the same shape
 * @param scales Δt, s_v, s_x
 * @returns two vectors for each body, shape [n, 2, 3]
 * @throws RangeError if the shapes differ, or a scale is not positive and finite
 * @example [...bodyIncrements(new Float64Array([1, 0, 0, 0, 2, 0, 0]), new Float64Array([1, 3, 0, 0, 4, 0, 0]),
 *   { dt: 1, velocity: 2, position: 1 })] // => [1, 0, 0, 0, 0, 0]
 */
export function bodyIncrements(state: Float64Array, next: Float64Array, scales: IncrementScales): Float64Array {
  requireScales(scales);
  if (next.length !== state.length) throw new RangeError(`next must hold ${state.length} numbers, got ${next.length}`);
  const { dt, velocity, position } = scales;
  const increments = new Float64Array((6 * state.length) / BODY);
  for (let at = 0, to = 0; at < state.length; at += BODY, to += 6) {
    for (let k = 0; k < 3; k++) {
      const [x, v] = [at + 1 + k, at + 4 + k];
      increments[to + k] = (next[v] - state[v]) / velocity;
      increments[to + 3 + k] = (next[x] - state[x] - 0.5 * dt * (state[v] + next[v])) / position;
    }
  }
  return increments;
}

/**
 * Advance bodies by predicted increments: the inverse of `bodyIncrements`.
 *
 * v' = v + s_v a,  x' = x + Δt (v + v')/2 + s_x b
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [n, 7]
 * @param increments (a, b), two vectors for each body, shape [n, 2, 3]
 * @param scales Δt, s_v, s_x
 * @returns the next state, of the shape of the state
 * @throws RangeError if the shapes do not fit, or a scale is not positive and finite
 * @example [...advanceBodies(new Float64Array([1, 0, 0, 0, 2, 0, 0]), [1, 0, 0, 0, 0, 0],
 *   { dt: 1, velocity: 2, position: 1 })] // => [1, 3, 0, 0, 4, 0, 0]
 */
export function advanceBodies(state: Float64Array, increments: ArrayLike<number>, scales: IncrementScales): Float64Array {
  requireScales(scales);
  if (7 * increments.length !== 6 * state.length) {
    throw new RangeError(`increments must hold ${(6 * state.length) / BODY} numbers, got ${increments.length}`);
  }
  const { dt, velocity, position } = scales;
  const next = new Float64Array(state);
  for (let at = 0, from = 0; at < state.length; at += BODY, from += 6) {
    for (let k = 0; k < 3; k++) {
      const [x, v] = [at + 1 + k, at + 4 + k];
      next[v] += velocity * increments[from + k];
      next[x] += 0.5 * dt * (state[v] + next[v]) + position * increments[from + 3 + k];
    }
  }
  return next;
}

function requireScales(scales: IncrementScales): void {
  for (const name of ["dt", "velocity", "position"] as const) {
    if (!(scales[name] > 0 && scales[name] < Infinity)) throw new RangeError(`${name} must be positive and finite, got ${scales[name]}`);
  }
}
