import { expect, test } from "vitest";
import { dormandPrince } from "../../../src/simulators/algorithms/dormandPrince.js";

test("exponential decay and rotation, to a few hundred times the tolerance of a step", () => {
  const y = Float64Array.of(1, 1, 0);
  const advance = dormandPrince((at, slope) => {
    slope[0] = -at[0];
    slope[1] = at[2];
    slope[2] = -at[1];
  }, y, 1e-10);
  for (let t = 1; t <= 20; t++) {
    advance(1);
    expect(Math.abs(y[0] - Math.exp(-t))).toBeLessThan(5e-8);
    expect(Math.abs(y[1] - Math.cos(t))).toBeLessThan(5e-8);
    expect(Math.abs(y[2] + Math.sin(t))).toBeLessThan(5e-8);
  }
});

/** Per-step control of a fifth-order solution: the global error falls by about tolerance^(4/5) to tolerance. */
test("a smaller tolerance gives a smaller error", () => {
  const error = (tolerance: number): number => {
    const y = Float64Array.of(0.01);
    dormandPrince((at, slope) => (slope[0] = at[0] * (1 - at[0])), y, tolerance)(10);
    return Math.abs(y[0] - 1 / (1 + 99 * Math.exp(-10)));
  };
  expect(error(1e-10)).toBeLessThan(error(1e-5) / 1e3);
  expect(error(1e-10)).toBeLessThan(1e-8);
});

test("quadratures of degree 4 are exact", () => {
  const y = Float64Array.of(0, 0);
  dormandPrince((at, slope) => { slope[0] = 1; slope[1] = 5 * at[0] ** 4; }, y, 1e-6)(1.5);
  expect(y[0]).toBeCloseTo(1.5, 14);
  expect(y[1]).toBeCloseTo(1.5 ** 5, 12);
});

test("bad input", () => {
  expect(() => dormandPrince(() => {}, Float64Array.of(1), 0)).toThrow(new RangeError("tolerance must be positive and finite, got 0"));
  const explode = dormandPrince((at, slope) => (slope[0] = at[0] ** 2), Float64Array.of(1), 1e-8);
  expect(() => explode(2)).toThrow(/^the solution must stay finite and smooth/);
  const broken = dormandPrince((_, slope) => (slope[0] = NaN), Float64Array.of(1), 1e-8);
  expect(() => broken(1)).toThrow(RangeError);
});
