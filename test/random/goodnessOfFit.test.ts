import { describe, expect, it } from "vitest";
import { ALARM, chiSquarePValue, drawMany, expectMoments, ksPValue } from "./goodnessOfFit.js";
import { poissonPmf } from "./referencePmf.js";

/** The judges are judged: null p-values, and wrong laws that must be noticed. */
describe("goodness of fit", () => {
  it("reads the Kolmogorov law", () => {
    // n equally spaced points are at distance D = shift from the uniform law; scipy 1.17.1, kstwobign.sf
    const shifted = (shift: number) => Float64Array.from({ length: 10_000 }, (_, i) => (i + 1) / 10_000 - shift);
    const atRoot = (t: number): number => t / (100 + 0.12 + 0.0011);
    expect(ksPValue(shifted(atRoot(1.3581)), (x) => x)).toBeCloseTo(0.0499996, 5);
    expect(ksPValue(shifted(atRoot(3.3)), (x) => x) / 6.951782562479869e-10).toBeCloseTo(1, 6);
    expect(ksPValue(new Float64Array([NaN]), (x) => x)).toBeNaN();
  });

  it("reads the χ² law", () => {
    const two = Float64Array.from({ length: 1000 }, (_, i) => (i < 540 ? 0 : 1));
    // (40² / 500) · 2 = 6.4 on one degree of freedom; scipy 1.17.1, chi2.sf(6.4, 1)
    expect(chiSquarePValue(two, (k) => (k < 2 ? 0.5 : 0))).toBeCloseTo(0.01141203638600166, 12);
    expect(chiSquarePValue(new Float64Array([-1, 2]), () => 0.5)).toBe(0);
  });

  it("notices a law that is slightly wrong", () => {
    const squashed = drawMany("squashed", (stream) => stream.uniform() ** 1.04);
    expect(ksPValue(squashed, (x) => x)).toBeLessThan(ALARM);
    const counts = drawMany("counts", (stream) => {
      let k = 0;
      for (let p = stream.uniform(); p > Math.exp(-3.1); p *= stream.uniform()) k++;
      return k;
    });
    expect(chiSquarePValue(counts, poissonPmf(3.1))).toBeGreaterThan(ALARM);
    expect(chiSquarePValue(counts, poissonPmf(3))).toBeLessThan(ALARM);
    const law = { mean: 0.5, variance: 1 / 12, excessKurtosis: -1.2 };
    expect(() => expectMoments(squashed, law)).toThrow();
  });
});
