import { describe, expect, it } from "vitest";
import { gamma, logGamma } from "../../src/random/gamma.js";
import { incompleteGamma } from "../../src/statistics/incompleteGamma.js";
import { logGammaFunction } from "../../src/statistics/logGammaFunction.js";
import { normalCdf } from "../../src/statistics/normalCdf.js";
import { drawMany, expectCdf, expectMoments, expectReproducible, streamOf } from "./goodnessOfFit.js";

const SHAPES = [0.02, 0.3, 0.99, 1, 1.01, 2.5, 40, 1e4];

describe("gamma", () => {
  it("is reproducible", () => expectReproducible((s) => gamma(s, 0.5)));

  it.each(SHAPES)("follows Gamma(%d, 1)", (shape) => {
    const draws = drawMany(`law ${shape}`, (s) => gamma(s, shape));
    expectCdf(draws, (x) => incompleteGamma(shape, x).lower);
    expectMoments(draws, { mean: shape, variance: shape, excessKurtosis: 6 / shape });
  });

  it("divides by the rate", () => {
    const draws = drawMany("rate", (s) => gamma(s, 3, 0.25));
    expectMoments(draws, { mean: 12, variance: 48, excessKurtosis: 2 });
  });

  it("is normal at huge shapes", () => {
    // skewness 2e-5 or less moves the cdf by less than 1e-5, against 1e-2 that KS can see here
    for (const shape of [1e10, 1e15]) {
      const scores = drawMany(`huge ${shape}`, (s) => (gamma(s, shape) - shape) / Math.sqrt(shape));
      expectCdf(scores, normalCdf);
    }
  });

  it("gives finite draws at the smallest shapes", () => {
    const draws = drawMany("tiny", (s) => gamma(s, Number.MIN_VALUE), 1000);
    expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
  });

  it.each([0, -1, NaN, Infinity])("refuses shape %d and rate %d", (bad) => {
    expect(() => gamma(streamOf("bad"), bad)).toThrow(
      new RangeError(`shape must be positive and finite, got ${bad}`),
    );
    expect(() => gamma(streamOf("bad"), 1, bad)).toThrow(
      new RangeError(`rate must be positive and finite, got ${bad}`),
    );
  });
});

describe("logGamma", () => {
  it.each([0.3, 1, 2.5])("is the logarithm of the same law at shape %d", (shape) => {
    const draws = drawMany(`log ${shape}`, (s) => logGamma(s, shape));
    expectCdf(draws, (log) => incompleteGamma(shape, Math.exp(log)).lower);
  });

  it.each([1e-3, 1e-6, 1e-300])("keeps its law at shape %d, where the draw itself underflows", (shape) => {
    // P(X ≤ x) = x^a / Γ(a + 1) up to a factor 1 − a x / (a + 1), which is 1 within 1e-3 for x ≤ 1
    const draws = drawMany(`tiny ${shape}`, (s) => logGamma(s, shape));
    expect(draws.every(Number.isFinite)).toBe(true);
    expectCdf(draws, (log) => (log > 0 ? 1 : Math.exp(shape * log - logGammaFunction(shape + 1))));
  });

  it.each([0, 1e-301, 1e301, NaN])("refuses shape %d", (shape) => {
    expect(() => logGamma(streamOf("bad"), shape)).toThrow(
      new RangeError(`shape must lie in [1e-300, 1e300], got ${shape}`),
    );
  });
});
