import { describe, expect, test } from "vitest";
import { trendLikelihoods } from "../../../src/models/baselines/trendLikelihoods.js";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import { trendCases } from "./trendErrors.js";

const world = linearTrend({ sigma: 0.3, classes: 3 });
const series = trendCases(world, 1).map(({ x }) => x);

/** log ∏ N(x_i; Σ c_j (t_i − 5)^j, σ²). */
function logLikelihood(x: readonly number[], coefficients: readonly number[], sigma: number): number {
  return x.reduce((sum, value, i) => {
    const mean = coefficients.reduce((total, c, j) => total + c * (world.times[i] - 5) ** j, 0);
    return sum - 0.5 * ((value - mean) / sigma) ** 2 - Math.log(sigma) - 0.5 * Math.log(2 * Math.PI);
  }, 0);
}

/** The maximum of f near p, by ternary search along one coordinate after the other. */
function climb(f: (p: readonly number[]) => number, p: number[], widths: readonly number[]): number {
  for (let sweep = 0; sweep < 60; sweep++) {
    widths.forEach((width, j) => {
      let [a, b] = [p[j] - width * 0.8 ** sweep, p[j] + width * 0.8 ** sweep];
      const at = (value: number): number => f(p.with(j, value));
      for (let step = 0; step < 40; step++) {
        const [u, v] = [(2 * a + b) / 3, (a + 2 * b) / 3];
        if (at(u) < at(v)) a = u;
        else b = v;
      }
      p = p.with(j, (a + b) / 2);
    });
  }
  return f(p);
}

describe("trendLikelihoods", () => {
  const widths = [4, 1, 0.3];

  test.each([0, 1, 2])("no parameters of mechanism %i do better, and some do as well", (mechanism) => {
    const zeros = Array.from({ length: mechanism + 1 }, () => 0);
    for (const x of series.slice(0, 4)) {
      const known = climb((c) => logLikelihood(x, c, 0.3), zeros, widths.slice(0, mechanism + 1));
      expect(trendLikelihoods(world, 0.3).maximise(x)[mechanism]).toBeCloseTo(known, 7);
      const free = climb(
        (p) => logLikelihood(x, p.slice(0, -1), Math.exp(p.at(-1)!)),
        [...zeros, 0],
        [...widths.slice(0, mechanism + 1), 3],
      );
      expect(trendLikelihoods(world, "estimated").maximise(x)[mechanism]).toBeCloseTo(free, 7);
    }
  });

  test("counts parameters and observations", () => {
    const known = trendLikelihoods(world, 0.3);
    expect(known).toMatchObject({ id: "trend(classes=3, sigma=0.3)", observations: 20, parameters: [1, 2, 3] });
    const estimated = trendLikelihoods(linearTrend({ sigma: 0.3 }), "estimated");
    expect(estimated).toMatchObject({ id: "trend(classes=2, sigma=estimated)", parameters: [2, 3] });
  });

  test("grows with the mechanism", () => {
    for (const sigma of [0.3, "estimated"] as const) {
      for (const x of series) {
        const values = trendLikelihoods(world, sigma).maximise(x);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }
    }
  });

  test("refuses bad input", () => {
    for (const sigma of [0, -1, NaN, Infinity]) {
      const message = `sigma must be finite and > 0, or "estimated", got ${sigma}`;
      expect(() => trendLikelihoods(world, sigma)).toThrow(new RangeError(message));
    }
    const { maximise } = trendLikelihoods(world, "estimated");
    expect(() => maximise([1])).toThrow(new RangeError("x must hold 20 numbers, got 1"));
    expect(() => maximise(world.times.map(() => NaN))).toThrow(new RangeError("x must hold finite numbers, got NaN"));
    for (const value of [0, 0.1, 1e8]) {
      const message = "x is exactly stasis: sigma cannot be estimated";
      expect(() => maximise(world.times.map(() => value))).toThrow(new RangeError(message));
    }
    expect(() => maximise(world.times.map((t) => 3 - 0.1 * t))).toThrow(/^x is exactly exponential/);
  });
});
