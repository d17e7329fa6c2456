import { describe, expect, test } from "vitest";
import { kineticEnergy } from "../../../src/simulators/particles/kineticEnergy.js";
import { potentialEnergy } from "../../../src/simulators/particles/potentialEnergy.js";
import { requireBodyCount, virialStart } from "../../../src/simulators/particles/virialStart.js";
import { streamOf } from "../../random/goodnessOfFit.js";
import { uniformDistance, uniformTolerance } from "../conjugate/uniformDistance.js";

const AXES = [0, 1, 2];
const rowsOf = (state: Float64Array): { m: number; x: number[]; v: number[] }[] =>
  Array.from({ length: state.length / 7 }, (_, i) => {
    const [m, ...rest] = state.subarray(7 * i, 7 * i + 7);
    return { m, x: rest.slice(0, 3), v: rest.slice(3) };
  });
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, k) => sum + value * b[k], 0);
const length = (a: readonly number[]): number => Math.sqrt(dot(a, a));

describe.each([3, 5, 12])("%i bodies", (n) => {
  const stream = streamOf(`virial ${n}`);
  const starts = Array.from({ length: 300 }, () => virialStart(stream, n, 0.1));

  test("every draw meets all conditions at once", () => {
    for (const state of starts) {
      const rows = rowsOf(state);
      expect(rows).toHaveLength(n);
      for (const { m } of rows) expect(m >= 1 && m < 1.5).toBe(true);
      rows.forEach(({ x }, i) => {
        for (const other of rows.slice(0, i)) expect(length(x.map((value, k) => value - other.x[k]))).toBeGreaterThanOrEqual(0.8 - 1e-12);
      });
      for (const k of AXES) {
        expect(rows.reduce((sum, { m, x }) => sum + m * x[k], 0)).toBeCloseTo(0, 12);
        expect(rows.reduce((sum, { m, v }) => sum + m * v[k], 0)).toBeCloseTo(0, 10);
      }
      for (const { x, v } of rows) expect(dot(x, v) / (length(x) * length(v))).toBeCloseTo(0, 9);
      expect((2 * kineticEnergy(state)) / -potentialEnergy(state)).toBeCloseTo(1, 12);
    }
  });
});

/**
 * Every unit vector of an isotropic law has a uniform third coordinate: position, velocity and angular momentum of one
 * body, whose place in the order does not matter. Five KS tests at 1e-10: false alarm ≤ 5e-10.
 */
test("the law is isotropic, the masses are uniform", () => {
  const stream = streamOf("isotropy");
  const u: number[][] = [[], [], [], [], []];
  for (let i = 0; i < 4000; i++) {
    const rows = rowsOf(virialStart(stream, 5, 0.1));
    const { m, x, v } = rows[i % 5];
    const spin = [0, 0, 0];
    for (const { m, x, v } of rows) for (const k of AXES) spin[k] += m * (x[(k + 1) % 3] * v[(k + 2) % 3] - x[(k + 2) % 3] * v[(k + 1) % 3]);
    [x[2] / length(x), x[0] / length(x), v[2] / length(v), spin[1] / length(spin), 4 * m - 5].forEach((c, j) => u[j].push((1 + c) / 2));
  }
  for (const values of u) expect(uniformDistance(values)).toBeLessThan(uniformTolerance(values.length, 1e-10));
});

test.each([2, 25, 3.5, NaN])("%f bodies are refused", (bodies) => {
  const error = new RangeError(`bodies must be an integer in [3, 24], got ${bodies}`);
  expect(() => virialStart(streamOf("refused"), bodies, 0.1)).toThrow(error);
  expect(() => requireBodyCount(bodies)).toThrow(error);
});
