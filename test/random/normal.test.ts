import { describe, expect, it } from "vitest";
import { normal } from "../../src/random/normal.js";
import { normalCdf } from "../../src/statistics/normalCdf.js";
import { drawMany, expectCdf, expectMoments, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("normal", () => {
  it("is reproducible", () => expectReproducible((s) => normal(s)));

  it.each([
    [0, 1],
    [-2, 0.1],
    [1e6, 1e3],
    [0, 1e-300],
  ])("follows N(%d, sd = %d)", (mean, sd) => {
    const scores = drawMany(`law ${mean}`, (s) => normal(s, mean, sd)).map((x) => (x - mean) / sd);
    expectCdf(scores, normalCdf);
    expectMoments(scores, { mean: 0, variance: 1, excessKurtosis: 0 });
  });

  it("takes a standard deviation, not a variance", () => {
    // the sd of 10⁵ draws is 3 ± .0067; a variance taken for it gives √3: 190 standard errors away
    const draws = drawMany("sd", (s) => normal(s, 0, 3));
    expectMoments(draws, { mean: 0, variance: 9, excessKurtosis: 0 });
  });

  it("has the right tail beyond the last layer, on both sides", () => {
    // P(|Z| > 3.6541…) = 2.58e-4 by Φ: about 516 of 2e6 draws; the count is binomial, 6 sigma, p = 2e-9
    const edge = 3.6541528853610088;
    const n = 2_000_000;
    const far = drawMany("tail", (s) => normal(s), n).filter((x) => Math.abs(x) > edge);
    const expected = 2 * n * normalCdf(-edge);
    expect(Math.abs(far.length - expected)).toBeLessThan(6 * Math.sqrt(expected));
    expectCdf(far, (x) =>
      x < 0 ? (0.5 * normalCdf(x)) / normalCdf(-edge) : 1 - (0.5 * normalCdf(-x)) / normalCdf(-edge),
    );
  });

  it("has independent successive draws", () => {
    // Σ x x' of 10⁵ pairs has standard deviation √n; 6 sigma, p = 2e-9
    const draws = drawMany("pairs", (s) => normal(s));
    for (const lag of [1, 2]) {
      const sum = draws.subarray(lag).reduce((total, x, i) => total + x * draws[i], 0);
      expect(Math.abs(sum)).toBeLessThan(6 * Math.sqrt(draws.length));
    }
  });

  it("gives the mean at sd 0", () => {
    expect(normal(streamOf("point"), 4, 0)).toBe(4);
  });

  it.each([-1, NaN, Infinity])("refuses sd %d", (sd) => {
    expect(() => normal(streamOf("bad"), 0, sd)).toThrow(new RangeError(`sd must be finite and ≥ 0, got ${sd}`));
  });

  it.each([NaN, Infinity, -Infinity])("refuses mean %d", (mean) => {
    expect(() => normal(streamOf("bad"), mean)).toThrow(new RangeError(`mean must be finite, got ${mean}`));
  });
});
