import { describe, expect, it } from "vitest";
import { binomial } from "../../src/random/binomial.js";
import { normalCdf } from "../../src/statistics/normalCdf.js";
import { drawMany, expectCdf, expectMoments, expectPmf, expectReproducible, streamOf } from "./goodnessOfFit.js";
import { binomialPmf } from "./referencePmf.js";

describe("binomial", () => {
  it("is reproducible", () => {
    expectReproducible((s) => binomial(s, 10, 0.3));
    expectReproducible((s) => binomial(s, 1000, 0.3));
  });

  it.each([
    [1, 0.3],
    [5, 0.5],
    [19, 0.5],
    [20, 0.5],
    [21, 0.48],
    [33, 0.3],
    [34, 0.3],
    [50, 0.85],
    [100, 0.95],
    [1000, 0.3],
    [1000, 0.7],
    [100_000, 3e-5],
    [100_000, 9.99e-5],
    [100_000, 1.001e-4],
    [100_000, 0.997],
    [1_000_000_000, 2e-8],
  ])("follows Binomial(%d, %d)", (n, p) => {
    const variance = n * p * (1 - p);
    // failures are counted where they are rarer, so that the reference sums few terms
    const draws = drawMany(`law ${n} ${p}`, (s) => (p > 0.5 ? n - binomial(s, n, p) : binomial(s, n, p)));
    const rare = p > 0.5 ? 1 - p : p;
    expectPmf(draws, binomialPmf(n, rare));
    expectMoments(draws, { mean: n * rare, variance, excessKurtosis: (1 - 6 * p * (1 - p)) / variance });
  });

  it.each([
    [1e10, 0.3],
    [1e10, 0.9],
    [2 ** 53 - 1, 0.5],
  ])("is normal at n = %d, p = %d", (n, p) => {
    // skewness and steps of at most 2.7e-5 sd move the cdf by less than 3e-5, against 1e-2 that KS can see here
    const draws = drawMany(`huge ${n} ${p}`, (s) => binomial(s, n, p));
    expectCdf(
      draws.map((k) => (k - n * p + 0.5) / Math.sqrt(n * p * (1 - p))),
      normalCdf,
    );
  });

  it("is certain at the ends", () => {
    expect(binomial(streamOf("none"), 0, 0.4)).toBe(0);
    for (const n of [1, 30, 1e9, 2 ** 53 - 1]) {
      expect(binomial(streamOf("never"), n, 0)).toBe(0);
      expect(binomial(streamOf("always"), n, 1)).toBe(n);
      expect(binomial(streamOf("rare"), n, Number.MIN_VALUE)).toBe(0);
    }
  });

  it.each([-1, 1.5, NaN, Infinity, 2 ** 53])("refuses trials %d", (trials) => {
    expect(() => binomial(streamOf("bad"), trials, 0.5)).toThrow(
      new RangeError(`trials must be an integer in [0, 2^53), got ${trials}`),
    );
  });

  it.each([-0.1, 1.1, NaN])("refuses probability %d", (p) => {
    expect(() => binomial(streamOf("bad"), 3, p)).toThrow(
      new RangeError(`probability must lie in [0, 1], got ${p}`),
    );
  });
});
