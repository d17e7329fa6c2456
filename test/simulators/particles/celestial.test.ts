import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { celestial } from "../../../src/simulators/particles/celestial.js";
import { kineticEnergy } from "../../../src/simulators/particles/kineticEnergy.js";
import { potentialEnergy } from "../../../src/simulators/particles/potentialEnergy.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { streamOf } from "../../random/goodnessOfFit.js";
import { uniformDistance, uniformTolerance } from "../conjugate/uniformDistance.js";
import { bodies, path } from "./golden.js";

const AXES = [0, 1, 2];
const seed = Number(process.env["TEST_SEED"] ?? 1);
const silence = new Float64Array(1500);
const energy = (state: Float64Array): number => kineticEnergy(state) + potentialEnergy(state);
const momentum = (state: Float64Array, k: number): number => {
  let sum = 0;
  for (let p = 0; p < state.length; p += 7) sum += state[p] * state[p + 4 + k];
  return sum;
};
const expectClose = (a: Float64Array, b: Float64Array, tolerance: number): void => {
  expect(a).toHaveLength(b.length);
  a.forEach((value, i) => expect(Math.abs(value - b[i])).toBeLessThan(tolerance * (1 + Math.abs(b[i]))));
};

test("the noise-free path is the golden one", () => {
  let state = bodies;
  for (const { state: expected } of path) {
    state = celestial({ diffusion: 0 }).stepWithNoise(state, silence);
    expectClose(state, expected, 1e-12);
  }
});

test("a step is the step with its noise given", () => {
  const kernel = celestial({ bodies: 4, innerSteps: 7 });
  const key = Key.root(seed);
  const state = kernel.init(key);
  expect(kernel.noise(key)).toHaveLength(7 * 4 * 3);
  expect(kernel.step(key, state)).toStrictEqual(kernel.stepWithNoise(state, kernel.noise(key)));
});

describe("the noise-free system", () => {
  /** The error of the energy after a time of .4 in steps of dt. */
  const drift = (dt: number): number => {
    const innerSteps = Math.round(0.4 / dt);
    const kernel = celestial({ diffusion: 0, dt, innerSteps });
    return energy(kernel.stepWithNoise(bodies, new Float64Array(15 * innerSteps))) - energy(bodies);
  };

  test("conserves energy to order 2: c dt² + O(dt⁴)", () => {
    for (const dt of [0.02, 0.01, 0.005]) {
      const order = Math.log2(drift(dt) / drift(dt / 2));
      expect(Math.abs(order - 2)).toBeLessThan(0.05);
    }
  });

  test("is reversible: with its velocities turned round it goes back", () => {
    const kernel = celestial({ diffusion: 0 });
    const turned = (state: Float64Array): Float64Array => state.map((value, i) => (i % 7 > 3 ? -value : value));
    const there = kernel.stepWithNoise(bodies, silence);
    expectClose(turned(kernel.stepWithNoise(turned(there), silence)), bodies, 1e-12);
  });

  test("conserves momentum", () => {
    const after = celestial({ diffusion: 0 }).stepWithNoise(bodies, silence);
    for (const k of AXES) expect(momentum(after, k)).toBeCloseTo(momentum(bodies, k), 13);
  });
});

describe("noise", () => {
  const kernel = celestial();

  test("momentum changes by the kicks alone: b √dt Σ m ξ", () => {
    for (let i = 0; i < 20; i++) {
      const noise = kernel.noise(Key.root(seed).fold(i));
      const after = kernel.stepWithNoise(bodies, noise);
      for (const k of AXES) {
        const kicks = noise.reduce((sum, xi, at) => (at % 3 === k ? sum + bodies[7 * (Math.floor(at / 3) % 5)] * xi : sum), 0);
        expect(momentum(after, k) - momentum(bodies, k)).toBeCloseTo(0.1 * Math.sqrt(1e-3) * kicks, 12);
      }
    }
  });

  /**
   * Momentum gains N(0, b² t Σ m²) per axis: KS at 1e-10. Energy gains ½ · 3 b² t Σ m on average (Itô): within 6 standard
   * errors, 2e-9. t = .1, 2,000 steps. False alarm ≤ 3e-9.
   */
  test("momentum spreads and energy grows as they should", () => {
    const t = 0.1;
    const squares = [0, 7, 14, 21, 28].reduce((sum, p) => sum + bodies[p] ** 2, 0);
    const mass = [0, 7, 14, 21, 28].reduce((sum, p) => sum + bodies[p], 0);
    const u: number[] = [];
    const gains: number[] = [];
    for (let i = 0; i < 2000; i++) {
      const after = kernel.step(Key.root(seed).fold("law").fold(i), bodies);
      for (const k of AXES) u.push(normalCdf((momentum(after, k) - momentum(bodies, k)) / (0.1 * Math.sqrt(t * squares))));
      gains.push(energy(after) - energy(bodies));
    }
    expect(uniformDistance(u)).toBeLessThan(uniformTolerance(u.length, 1e-10));
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const sd = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1));
    expect(Math.abs(mean - 0.5 * 3 * 0.1 ** 2 * t * mass)).toBeLessThan((6 * sd) / Math.sqrt(gains.length));
  });
});

describe("symmetry", () => {
  const stream = streamOf("symmetry");
  /** An orthogonal matrix, of determinant 1 or −1: normals, orthonormalised. */
  const orthogonal = (): number[][] => {
    const rows: number[][] = [];
    while (rows.length < 3) {
      let row = AXES.map(() => normal(stream));
      for (const other of rows) {
        const along = row.reduce((sum, value, k) => sum + value * other[k], 0);
        row = row.map((value, k) => value - along * other[k]);
      }
      rows.push(row.map((value) => value / Math.hypot(...row)));
    }
    return rows;
  };
  const kernel = celestial();
  const order = [3, 0, 4, 2, 1];

  /** Relabels, turns and (positions) moves whatever comes as vectors of bodies. */
  const act = (r: number[][], by: number[]) => {
    const turned = (v: ArrayLike<number>): number[] => r.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
    return {
      state: (x: Float64Array): Float64Array =>
        new Float64Array(order.flatMap((i) => [x[7 * i], ...turned(x.subarray(7 * i + 1)).map((c, k) => c + by[k]), ...turned(x.subarray(7 * i + 4))])),
      noise: (z: Float64Array): Float64Array =>
        new Float64Array(Array.from({ length: 100 }, (_, step) => order.flatMap((i) => turned(z.subarray(15 * step + 3 * i)))).flat()),
    };
  };

  test("with transformed noise a step commutes with O(3), translations and permutations", () => {
    for (let i = 0; i < 20; i++) {
      const key = Key.root(seed).fold("symmetry").fold(i);
      const [state, noise] = [kernel.init(key), kernel.noise(key)];
      const g = act(orthogonal(), AXES.map(() => normal(stream)));
      expectClose(kernel.stepWithNoise(g.state(state), g.noise(noise)), g.state(kernel.stepWithNoise(state, noise)), 1e-11);
    }
  });
});

describe("bad input", () => {
  test.each([
    [{ bodies: 2 }, "bodies must be an integer in [3, 24], got 2"],
    [{ dt: 0 }, "dt must be positive and finite, got 0"],
    [{ softening: NaN }, "softening must be positive and finite, got NaN"],
    [{ diffusion: -1 }, "diffusion must be finite and >= 0, got -1"],
    [{ innerSteps: 0.5 }, "innerSteps must be an integer >= 1, got 0.5"],
  ])("%j is refused", (options, message) => {
    expect(() => celestial(options)).toThrow(new RangeError(message));
  });

  test("a state that is a plain array is taken too", () => {
    const found = celestial().stepWithNoise(Array.from(bodies) as unknown as Float64Array, silence);
    expect(found).toStrictEqual(celestial().stepWithNoise(bodies, silence));
  });

  test("malformed states and noise are refused", () => {
    const kernel = celestial();
    const key = Key.root(0);
    expect(() => kernel.step(key, bodies.slice(0, 28))).toThrow(new RangeError("state must have shape [5, 7], got 28 numbers"));
    expect(() => kernel.step(key, bodies.with(9, Infinity))).toThrow(new RangeError("state must hold finite numbers, got Infinity in body 1"));
    expect(() => kernel.stepWithNoise(bodies, silence.slice(1))).toThrow(new RangeError("noise must have shape [100, 5, 3], got 1499 numbers"));
    expect(() => kernel.stepWithNoise(bodies, silence.with(3, NaN))).toThrow(new RangeError("noise must hold finite numbers, got NaN"));
  });
});
