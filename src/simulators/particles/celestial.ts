import type { Key } from "../../random/key.js";
import { normal } from "../../random/normal.js";
import type { TransitionKernel } from "../transitionKernel.js";
import { gravity } from "./gravity.js";
import { BODY, requireBodies } from "./requireBodies.js";
import { requireBodyCount, virialStart } from "./virialStart.js";

/** Constants of `celestial`. */
export interface CelestialOptions {
  /** n, an integer in [3, 24]. Default 5. */
  readonly bodies?: number;
  /** dt, the time of one inner step; positive and finite. Default 1e-3. */
  readonly dt?: number;
  /** Inner steps per observation, an integer ≥ 1. Default 100. */
  readonly innerSteps?: number;
  /** s, the length that softens forces; positive and finite. Default .1. */
  readonly softening?: number;
  /** b, the size of the noise: dv = a dt + b dW; finite and ≥ 0. Default .1. */
  readonly diffusion?: number;
}

/** Bodies under gravity and random kicks; a state holds rows [m, x, y, z, vx, vy, vz], shape [n, 7]. */
export interface Celestial extends TransitionKernel<Float64Array> {
  readonly id: string;
  /** The normals of one step, shape [innerSteps, n, 3], independent N(0, 1). */
  readonly noise: (key: Key) => Float64Array;
  /** One step with its noise given: step(key, x) = stepWithNoise(x, noise(key)). */
  readonly stepWithNoise: (state: Float64Array, noise: Float64Array) => Float64Array;
}

/**
 * The stochastic n-body simulator of the EPNS benchmark, as a transition kernel: one step is one observation.
 *
 * dx = v dt, dv = a(x) dt + b dW with a softened gravity (G = 1). An inner step kicks, drifts and kicks (leapfrog:
 * v += a dt/2, x += v dt, v += a dt/2), then kicks at random, v += b √dt ξ, ξ ~ N(0, I). The noise-free system
 * conserves momentum up to rounding and energy to order dt²
 *
 * @param options constants; the defaults are those of the benchmark
 * @returns the kernel; `init` draws from `virialStart`. For every g in E(3) × S_n, with g ξ = ξ under
 *   translations, stepWithNoise(g x, g ξ) = g stepWithNoise(x, ξ) up to rounding
 * @throws RangeError if a constant leaves its domain; from the members if a state is not n rows of finite numbers with
 *   positive masses, or noise not innerSteps · n · 3 finite numbers
 * @source Minartz, Poels, Koop & Menkovski 2023, "Equivariant Neural Simulators for Stochastic Spatiotemporal
 *   Dynamics", arXiv 2305.14286 (celestial dynamics); Hairer, Lubich & Wanner 2003, "Geometric numerical integration
 *   illustrated by the Störmer–Verlet method"
 * @example celestial().init(Key.root(0)).length // => 35
 */
export function celestial(options: CelestialOptions = {}): Celestial {
  const { bodies = 5, dt = 1e-3, innerSteps = 100, softening = 0.1, diffusion = 0.1 } = options;
  const constants = { bodies, dt, innerSteps, softening, diffusion };
  requireBodyCount(bodies);
  if (!(Number.isSafeInteger(innerSteps) && innerSteps >= 1)) {
    throw new RangeError(`innerSteps must be an integer >= 1, got ${innerSteps}`);
  }
  for (const [name, value] of Object.entries({ dt, softening })) {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite, got ${value}`);
  }
  if (!(diffusion >= 0 && diffusion < Infinity)) {
    throw new RangeError(`diffusion must be finite and >= 0, got ${diffusion}`);
  }

  const length = innerSteps * bodies * 3;
  const noise = (key: Key): Float64Array => {
    const stream = key.stream();
    const draws = new Float64Array(length);
    for (let i = 0; i < length; i++) draws[i] = normal(stream);
    return draws;
  };
  const stepWithNoise = (state: Float64Array, draws: Float64Array): Float64Array => {
    requireBodies(state, bodies);
    if (draws.length !== length) {
      throw new RangeError(`noise must have shape [${innerSteps}, ${bodies}, 3], got ${draws.length} numbers`);
    }
    // A loop, since a callback per number would take a third of the whole step.
    for (let i = 0; i < length; i++) {
      if (!Number.isFinite(draws[i])) throw new RangeError(`noise must hold finite numbers, got ${draws[i]}`);
    }
    const next = new Float64Array(state);
    integrate(next, draws, constants);
    return next;
  };
  return {
    id: `celestial(${Object.entries(constants).map(([name, value]) => `${name}=${value}`).join(", ")})`,
    init: (key) => virialStart(key.stream(), bodies, softening),
    step: (key, state) => stepWithNoise(state, noise(key)),
    noise,
    stepWithNoise,
  };
}

/** Advances a state in place by all inner steps; after its few buffers it allocates nothing. */
function integrate(state: Float64Array, noise: Float64Array, constants: Required<CelestialOptions>): void {
  const { bodies: n, dt, innerSteps, softening, diffusion } = constants;
  const mass = new Float64Array(n);
  const x = new Float64Array(3 * n);
  const v = new Float64Array(3 * n);
  const a = new Float64Array(3 * n);
  for (let i = 0; i < n; i++) {
    mass[i] = state[BODY * i];
    x.set(state.subarray(BODY * i + 1, BODY * i + 4), 3 * i);
    v.set(state.subarray(BODY * i + 4, BODY * i + 7), 3 * i);
  }
  const half = 0.5 * dt;
  const kick = diffusion * Math.sqrt(dt);
  gravity(mass, x, softening, a);
  for (let step = 0, at = 0; step < innerSteps; step++) {
    for (let k = 0; k < x.length; k++) x[k] += dt * (v[k] += half * a[k]);
    gravity(mass, x, softening, a); // random kicks leave x alone: the next inner step starts with this a
    for (let k = 0; k < v.length; k++) v[k] += half * a[k] + kick * noise[at++];
  }
  for (let i = 0; i < n; i++) {
    state.set(x.subarray(3 * i, 3 * i + 3), BODY * i + 1);
    state.set(v.subarray(3 * i, 3 * i + 3), BODY * i + 4);
  }
}
