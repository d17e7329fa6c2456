import { describe, expect, test } from "vitest";
import { betaCdf } from "../../../src/simulators/conjugate/betaCdf.js";
import { betaQuantile } from "../../../src/simulators/conjugate/betaQuantile.js";

describe("betaQuantile", () => {
  test.each([
    [2, 3],
    [1, 1],
    [12, 3],
    [1, 200],
  ])("inverts the distribution function: a = %i, b = %i", (a, b) => {
    for (const level of [1e-6, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999]) {
      expect(betaCdf(betaQuantile(level, a, b), a, b) / level).toBeCloseTo(1, 12);
    }
  });

  test("has closed forms: τ for Beta(1, 1), τ^{1/a} for Beta(a, 1)", () => {
    expect(betaQuantile(0.3, 1, 1)).toBe(0.3);
    expect(betaQuantile(0.3, 4, 1)).toBeCloseTo(0.3 ** 0.25, 14);
    expect([0, 1].map((level) => betaQuantile(level, 3, 2))).toEqual([0, 1]);
  });

  test.each([-0.1, 1.1, NaN])("refuses the level %f", (level) => {
    expect(() => betaQuantile(level, 2, 3)).toThrow(new RangeError(`level must lie in [0, 1], got ${level}`));
  });
});
