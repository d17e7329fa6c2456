import { expect, test } from "vitest";
import { normalCdf } from "./normalCdf.js";
import { trapezoid } from "./trapezoid.js";

test("is ½ at 0 and mirrors", () => {
  expect(normalCdf(0)).toBe(0.5);
  for (const z of [0.5, 2, 3.5, 6]) expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
});

test("is the integral of the density on both sides of its switch", () => {
  for (const z of [-5, -3.1, -2.9, -1, 0.3, 2.5, 4]) {
    // The range (−∞, z] as z − e^v, so that the integrand vanishes at both ends.
    const area = trapezoid((v) => (Math.exp(v - 0.5 * (z - Math.exp(v)) ** 2) / Math.sqrt(2 * Math.PI)), -40, 4);
    expect(Math.abs(normalCdf(z) - area)).toBeLessThan(1e-12 * area);
  }
});
