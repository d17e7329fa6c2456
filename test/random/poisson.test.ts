import { describe, expect, it } from "vitest";
import { logPoisson, poisson } from "../../src/random/poisson.js";
import { normalCdf } from "../../src/statistics/normalCdf.js";
import { drawMany, expectCdf, expectMoments, expectPmf, expectReproducible, streamOf } from "./goodnessOfFit.js";
import { poissonPmf } from "./referencePmf.js";

describe("poisson", () => {
  it("is reproducible", () => {
    expectReproducible((s) => poisson(s, 3));
    expectReproducible((s) => poisson(s, 300));
  });

  it.each([0.01, 0.5, 3, 9.99, 10, 10.5, 14.9, 60, 300, 12345.6])("follows Poisson(%d)", (mean) => {
    const draws = drawMany(`law ${mean}`, (s) => poisson(s, mean));
    expectPmf(draws, poissonPmf(mean));
    expectMoments(draws, { mean, variance: mean, excessKurtosis: 1 / mean });
  });

  it.each([1e9, 1e12, 1e15])("is normal at mean %d", (mean) => {
    // skewness and steps of at most 3.2e-5 sd move the cdf by less than 2e-5, against 1e-2 that KS can see here
    const draws = drawMany(`huge ${mean}`, (s) => poisson(s, mean));
    expect(draws.every(Number.isSafeInteger)).toBe(true);
    expectCdf(
      draws.map((k) => (k - mean + 0.5) / Math.sqrt(mean)),
      normalCdf,
    );
  });

  it("accepts every mean from 0 to the largest number", () => {
    expect(poisson(streamOf("zero"), 0)).toBe(0);
    expect(poisson(streamOf("tiny"), Number.MIN_VALUE)).toBe(0);
    expect(poisson(streamOf("large"), 1e300) / 1e300).toBeCloseTo(1, 12);
    expect(poisson(streamOf("largest"), Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
  });

  it.each([-1e-9, NaN, Infinity])("refuses mean %d", (mean) => {
    expect(() => poisson(streamOf("bad"), mean)).toThrow(
      new RangeError(`mean must be finite and ≥ 0, got ${mean}`),
    );
  });
});

describe("logPoisson", () => {
  /** Values: mpmath 1.3.0 at 50 digits, k log m − m − log Γ(k + 1). (scipy 1.17.1 is off by 5e-7 at 1e9.) */
  it.each([
    [0, 2, -2],
    [5, 40, -26.343094472212364],
    [16, 10, -3.830498618175942],
    [20, 12.5, -4.321043574588376],
    [310, 300, -3.9523385741824977],
    [1_000_000_123, 1e9, -11.280579077760898],
  ])("log P(%i; %d)", (k, mean, value) => {
    expect(logPoisson(k, mean)).toBeCloseTo(value, 12);
  });

  it("is continuous where the formula changes", () => {
    for (const mean of [1, 10, 50]) {
      for (let k = 12; k < 20; k++) {
        expect(logPoisson(k, mean) - logPoisson(k - 1, mean)).toBeCloseTo(Math.log(mean / k), 12);
      }
    }
  });
});
