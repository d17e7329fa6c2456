import { describe, expect, it } from "vitest";
import { incompleteBeta } from "./referenceBeta.js";

describe("incompleteBeta", () => {
  it("equals its closed forms", () => {
    for (const x of [0, 0.01, 0.3, 0.5, 0.9, 1]) {
      expect(incompleteBeta(3, 1, x)).toBeCloseTo(x ** 3, 13);
      expect(incompleteBeta(1, 0.2, x)).toBeCloseTo(1 - (1 - x) ** 0.2, 13);
      expect(incompleteBeta(0.5, 0.5, x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
  });

  /** Values: scipy 1.17.1, betainc. */
  it.each([
    [2, 3, 0.4, 0.5248],
    [0.3, 98, 0.01, 0.9133530450956174],
    [500, 300, 0.61, 0.1900430122255599],
  ])("I(%f, %f; %f)", (a, b, x, value) => {
    expect(incompleteBeta(a, b, x)).toBeCloseTo(value, 11);
  });
});
