import { describe, expect, it } from "vitest";
import { incompleteGamma, logGammaFunction, normalCdf } from "./referenceGamma.js";

/** Decimal values: scipy 1.17.1, gammaln, gammainc, chi2.sf and norm.cdf, printed in full. */
describe("reference gamma functions", () => {
  it.each([
    [0.1, 2.252712651734206],
    [1, 0],
    [4.5, 2.4537365708424423],
    [1e6, 12815504.569147611],
  ])("log Γ(%f)", (x, value) => {
    expect(Math.abs(logGammaFunction(x) - value)).toBeLessThan(1e-13 * Math.max(1, value));
  });

  it.each([
    [2.5, 3, 0.6937810815867212],
    [0.1, 0.01, 0.6626212599544796],
    [300, 310, 0.7224887541718611],
    [1e4, 9900, 0.15865119219356463],
    [1, 2, 1 - Math.exp(-2)],
    [3, 0, 0],
  ])("P(%f, %f)", (a, x, value) => {
    expect(incompleteGamma(a, x)[0]).toBeCloseTo(value, 10);
  });

  it("keeps relative accuracy in the upper tail", () => {
    expect(incompleteGamma(20, 50)[1] / 4.791357300338064e-7).toBeCloseTo(1, 10);
  });

  it("Φ", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1.5)).toBeCloseTo(0.9331927987311419, 13);
    expect(normalCdf(-6) / 9.865876450376946e-10).toBeCloseTo(1, 10);
  });
});
