import { describe, expect, test } from "vitest";
import { betaCdf } from "../../../src/simulators/conjugate/betaCdf.js";
import { trapezoid } from "./trapezoid.js";

/** ∫₀^q of the beta density by quadrature over s = log(θ/(1 − θ)), normalised by the whole integral. */
function byQuadrature(q: number, a: number, b: number): number {
  const f = (s: number): number => Math.exp(-a * Math.log1p(Math.exp(-s)) - b * Math.log1p(Math.exp(s)));
  const whole = trapezoid(f, -45, 45);
  // θ = q t with t ∈ (0, 1) moves the end of the range to where the integrand vanishes smoothly.
  const part = trapezoid(
    (u) => {
      const t = 1 / (1 + Math.exp(-u));
      return (q * t) ** (a - 1) * (1 - q * t) ** (b - 1) * q * t * (1 - t);
    },
    -45,
    45,
  );
  return part / whole;
}

describe("betaCdf", () => {
  test.each([
    [2, 3],
    [1, 1],
    [12, 3],
    [6, 9],
    [40, 25],
  ])("equals quadrature of the density: a = %i, b = %i", (a, b) => {
    for (const q of [0.01, 0.2, 0.5, 0.63, 0.9, 0.99]) expect(betaCdf(q, a, b)).toBeCloseTo(byQuadrature(q, a, b), 10);
  });

  test("keeps relative accuracy in the tails: I_q(a, 1) = q^a, I_q(1, b) = 1 − (1 − q)^b", () => {
    for (const n of [1, 7, 300, 1000]) {
      for (const q of [0.9, 0.5, 1e-3]) expect(Math.abs(betaCdf(q, n, 1) - q ** n)).toBeLessThanOrEqual(1e-12 * q ** n);
      const q = 1e-9;
      expect(betaCdf(q, 1, n) / -Math.expm1(n * Math.log1p(-q))).toBeCloseTo(1, 12);
    }
  });

  test("mirrors: I_q(a, b) = 1 − I_{1−q}(b, a)", () => {
    for (const q of [0.1, 0.25, 0.5, 0.8]) expect(betaCdf(q, 5, 11)).toBeCloseTo(1 - betaCdf(1 - q, 11, 5), 14);
  });

  test("is 0 below the support and 1 above it", () => {
    expect([-Infinity, -1, 0, 1, 2, Infinity].map((q) => betaCdf(q, 2, 3))).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test.each([
    [0.5, 1.5, 2, "a must be an integer in [1, 1000], got 1.5"],
    [0.5, 2, 0, "b must be an integer in [1, 1000], got 0"],
    [0.5, NaN, 2, "a must be an integer in [1, 1000], got NaN"],
    [NaN, 2, 2, "q must be a number, got NaN"],
  ])("refuses q = %f, a = %f, b = %f", (q, a, b, message) => {
    expect(() => betaCdf(q, a, b)).toThrow(new RangeError(message));
  });
});
