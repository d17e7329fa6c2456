import type { HostTensors } from "../../../nn/hostTensor.js";
import type { Stream } from "../../../random/stream.js";
import { BODY, requireBodies } from "../../../simulators/particles/requireBodies.js";
import { haarOrthogonal } from "../groups/haarOrthogonal.js";
import { bodyIncrements, type IncrementScales } from "./bodyIncrements.js";
import type { BodyTransition } from "./incrementScales.js";

/** Numbers of the increments of a body. */
const INCREMENTS = 6;

/** All windows of T transitions in some trajectories. */
export interface BodyWindows {
  readonly count: number;
  /** n, of every state. */
  readonly bodies: number;
  /**
   * `states` x⁰ … x^{T−1} and `targets`, increments x^k → x^{k+1}, of some windows: shapes [B, T, n, 7], [B, T, n, 2, 3].
   * With a stream, every window is turned by its own uniform element of O(3), about the origin.
   */
  readonly batch: (rows: ArrayLike<number>, turn?: Stream) => HostTensors;
}

/**
 * The transitions of trajectories, each checked.
 *
 * (x⁰, x¹), (x¹, x²), … of one trajectory after the other
 *
 * @param trajectories at least one, each of T + 1 or more states, of rows [m, x, y, z, vx, vy, vz], shape [n, 7]
 * @param horizon T, an integer ≥ 1
 * @returns the transitions of each trajectory
 * @throws RangeError naming the trajectory and the state, if there is no trajectory, one is too short, or a state is
 *   not finite or has another number of bodies than the first, or a mass changes within a trajectory
 */
export function trajectoryTransitions(trajectories: readonly (readonly Float64Array[])[], horizon = 1): BodyTransition[][] {
  if (trajectories.length === 0) throw new RangeError("trajectories must hold at least one, got none");
  let bodies: number | undefined;
  return trajectories.map((states, which) => {
    if (!(states.length > horizon)) {
      throw new RangeError(`trajectories[${which}] must hold at least ${horizon + 1} states for horizon ${horizon}, got ${states.length}`);
    }
    states.forEach((state, at) => {
      try {
        bodies = requireBodies(state, bodies);
      } catch (error) {
        throw new RangeError(`trajectories[${which}][${at}]: ${(error as Error).message}`, { cause: error });
      }
    });
    requireEqualMasses(states, `trajectories[${which}]`);
    return states.slice(1).map((next, at) => [states[at], next] as const);
  });
}

/**
 * Trajectories as a net trains on them.
 *
 * A trajectory of N transitions has N − T + 1 windows of T
 *
 * @param trajectories of `trajectoryTransitions`, each of at least T transitions
 * @param scales Δt, s_v, s_x
 * @param horizon T, an integer ≥ 1
 * @returns the windows
 */
export function bodyWindows(trajectories: readonly (readonly BodyTransition[])[], scales: IncrementScales, horizon: number): BodyWindows {
  const transitions = trajectories.flat();
  const bodies = transitions[0][0].length / BODY;
  const [rows, widths] = [bodies * BODY, bodies * INCREMENTS];
  const [states, targets] = [new Float32Array(transitions.length * rows), new Float32Array(transitions.length * widths)];
  transitions.forEach(([state, next], at) => {
    states.set(state, at * rows);
    targets.set(bodyIncrements(state, next, scales), at * widths);
  });
  const starts: number[] = [];
  let first = 0;
  for (const { length } of trajectories) {
    for (let at = 0; at + horizon <= length; at++) starts.push(first + at);
    first += length;
  }
  return {
    count: starts.length,
    bodies,
    batch: (windows, turn) => {
      const picked = {
        states: gather(states, horizon, rows, windows, starts),
        targets: gather(targets, horizon, widths, windows, starts),
      };
      if (turn !== undefined) {
        for (let at = 0; at < windows.length; at++) {
          const matrix = haarOrthogonal(turn);
          turnRows(matrix, picked.states.subarray(at * horizon * rows, (at + 1) * horizon * rows), BODY);
          turnRows(matrix, picked.targets.subarray(at * horizon * widths, (at + 1) * horizon * widths), INCREMENTS);
        }
      }
      return {
        states: { data: picked.states, shape: [windows.length, horizon, bodies, BODY] },
        targets: { data: picked.targets, shape: [windows.length, horizon, bodies, 2, 3] },
      };
    },
  };
}

function requireEqualMasses(states: readonly Float64Array[], name: string): void {
  const [first] = states;
  states.forEach((state, at) => {
    for (let i = 0; i < state.length; i += BODY) {
      if (state[i] !== first[i]) throw new RangeError(`${name}[${at}]: masses must stay as in ${name}[0], got ${state[i]} for ${first[i]} of body ${i / BODY}`);
    }
  });
}

function gather(from: Float32Array, horizon: number, width: number, windows: ArrayLike<number>, starts: readonly number[]): Float32Array {
  const size = horizon * width;
  const picked = new Float32Array(windows.length * size);
  for (let i = 0; i < windows.length; i++) {
    const start = starts[windows[i]] * width;
    picked.set(from.subarray(start, start + size), i * size);
  }
  return picked;
}

/** Turn the last six numbers of every row, two vectors, in place. */
function turnRows(matrix: readonly number[], rows: Float32Array, width: number): void {
  for (let at = width - 6; at < rows.length; at += width) {
    for (let vector = at; vector < at + 6; vector += 3) {
      const [x, y, z] = [rows[vector], rows[vector + 1], rows[vector + 2]];
      for (let k = 0; k < 3; k++) rows[vector + k] = matrix[3 * k] * x + matrix[3 * k + 1] * y + matrix[3 * k + 2] * z;
    }
  }
}
