import { requireBodies } from "../../../simulators/particles/requireBodies.js";
import { bodyIncrements, type IncrementScales } from "./bodyIncrements.js";

/** A state and the next one, rows [m, x, y, z, vx, vy, vz], each of shape [n, 7]. */
export type BodyTransition = readonly [Float64Array, Float64Array];

/**
 * Units in which increments are of order 1.
 *
 * s_v = std(dv),  s_x = 1.5 median |dx|, over all bodies and axes; the median, for close encounters give dx heavy tails
 *
 * @param transitions at least one
 * @param dt Δt, positive and finite
 * @returns Δt and both units
 * @throws RangeError if there is no transition, a state is malformed, Δt leaves its domain, or nothing moves
 * @source the celestial task: with x' − x − Δt (v + v')/2 for dx the noise of position and velocity decorrelates
 */
export function incrementScales(transitions: readonly BodyTransition[], dt: number): IncrementScales {
  const positions: number[] = [];
  let [count, sum, squares] = [0, 0, 0];
  for (const [state, next] of transitions) {
    requireBodies(next, requireBodies(state));
    const increments = bodyIncrements(state, next, { dt, velocity: 1, position: 1 });
    increments.forEach((value, at) => {
      if (at % 6 > 2) positions.push(Math.abs(value));
      else [count, sum, squares] = [count + 1, sum + value, squares + value * value];
    });
  }
  if (count === 0) throw new RangeError("transitions must hold at least one, got none");
  positions.sort((a, b) => a - b);
  const velocity = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  const position = 1.5 * positions[Math.floor(positions.length / 2)];
  if (!(velocity > 0 && position > 0)) throw new RangeError(`increments must vary, got scales ${velocity} and ${position}`);
  return { dt, velocity, position };
}
