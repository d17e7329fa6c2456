import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Key } from "../../../src/random/key.js";
import { logUniform } from "../../../src/random/logUniform.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { type FunctionalResponse, predatorPreySkeleton } from "../../../src/simulators/predatorPrey/predatorPreySkeleton.js";

const schema = z.object({
  rows: z.array(
    z.object({ r: z.number(), K: z.number(), a: z.number(), d: z.number(), h: z.number(), prey_predator: z.array(z.array(z.number())) }),
  ),
});
const { rows } = loadFixture("predator-prey", schema, new URL("../../../fixtures/", import.meta.url)).values;
const pathOf = (response: FunctionalResponse, theta: readonly number[]): Float64Array => {
  const { path, length } = predatorPreySkeleton(response);
  const out = new Float64Array(length);
  path(theta, out);
  return out;
};

test.each(rows)("golden path: r = $r, K = $K, h = $h", ({ r, K, a, d, h, prey_predator }) => {
  const path = h === 0 ? pathOf("Lotka-Volterra", [r, K, a, d]) : pathOf("Holling II", [r, K, a, d, h]);
  prey_predator.flat().forEach((density, i) => expect(Math.abs(path[i] - Math.log(density))).toBeLessThan(1e-12));
});

/** The right-hand side of the golden rows by independent means: a fine Euler–Richardson extrapolation of densities. */
test("the path solves the differential equation", () => {
  const [r, K, a, d, h] = [0.8, 20, 0.5, 0.4, 0.5];
  const solve = (steps: number): readonly [number, number] => {
    let [x, y] = [5, 1];
    const dt = 5 / steps;
    for (let i = 0; i < steps; i++) {
      const slope = (x: number, y: number): readonly [number, number] => {
        const eaten = (a * x * y) / (1 + a * h * x);
        return [r * x * (1 - x / K) - eaten, 0.5 * eaten - d * y];
      };
      const [dx, dy] = slope(x, y);
      const [mx, my] = slope(x + (dt / 2) * dx, y + (dt / 2) * dy);
      [x, y] = [x + dt * mx, y + dt * my];
    }
    return [x, y];
  };
  const [coarse, fine] = [solve(20_000), solve(40_000)];
  const exact = fine.map((value, i) => value + (value - coarse[i]) / 3);
  const path = pathOf("Holling II", [r, K, a, d, h]);
  // RK4 at dt = ¼ errs by about dt⁴/100 here
  expect(Math.abs(path[8] - Math.log(exact[0]))).toBeLessThan(1e-4);
  expect(Math.abs(path[9] - Math.log(exact[1]))).toBeLessThan(1e-4);
});

test("no handling time is Lotka–Volterra", () => {
  const path = pathOf("Lotka-Volterra", [1, 15, 0.4, 0.3]);
  pathOf("Holling II", [1, 15, 0.4, 0.3, 1e-12]).forEach((value, i) => expect(value).toBeCloseTo(path[i], 9));
});

describe.each(["Lotka-Volterra", "Holling II"] as const)("%s", (response) => {
  test("finite and within the clamp far outside the box", () => {
    const { parameters } = predatorPreySkeleton(response);
    for (let i = 0; i < 500; i++) {
      const stream = Key.root(i % 10).fold(i).stream();
      const path = pathOf(response, parameters.map(({ lower, upper }) => logUniform(stream, lower / 1000, upper * 1000)));
      expect(path.every((value) => value >= -12 && value <= 8)).toBe(true);
    }
  });

  test("parameters are checked", () => {
    const theta = predatorPreySkeleton(response).parameters.map(({ lower }) => lower);
    expect(() => pathOf(response, [NaN, ...theta.slice(1)])).toThrow(new RangeError("r must be finite and > 0, got NaN"));
    expect(() => pathOf(response, theta.slice(0, -1))).toThrow(RangeError);
  });
});

test("an unknown response is named", () => {
  expect(() => predatorPreySkeleton("Holling III" as FunctionalResponse)).toThrow(
    new RangeError("response must be one of Lotka-Volterra, Holling II, got Holling III"),
  );
});
