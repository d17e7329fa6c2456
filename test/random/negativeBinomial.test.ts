import { describe, expect, it } from "vitest";
import { negativeBinomial } from "../../src/random/negativeBinomial.js";
import { drawMany, expectMoments, expectPmf, expectReproducible, streamOf } from "./goodnessOfFit.js";
import { negativeBinomialPmf, poissonPmf } from "./referencePmf.js";

describe("negativeBinomial", () => {
  it("is reproducible", () => expectReproducible((s) => negativeBinomial(s, 4, 2)));

  it.each([
    [3, 1],
    [0.2, 0.5],
    [10.5, 4.5],
    [40, 10],
    [2, 0.05],
    [500, 10],
    [50, 5000],
  ])("follows NB(mean %d, size %d)", (mean, size) => {
    const draws = drawMany(`law ${mean} ${size}`, (s) => negativeBinomial(s, mean, size));
    const variance = mean + mean ** 2 / size;
    expectPmf(draws, negativeBinomialPmf(mean, size));
    expectMoments(draws, { mean, variance, excessKurtosis: 6 / size + 1 / variance });
  });

  it("is Poisson at a huge size", () => {
    expectPmf(drawMany("poisson", (s) => negativeBinomial(s, 20, 1e100)), poissonPmf(20));
  });

  it("accepts the ends of its domain", () => {
    expect(negativeBinomial(streamOf("zero"), 0, 2)).toBe(0);
    for (const mean of [1e-100, 1e100]) {
      for (const size of [1e-100, 1e100]) {
        expect(Number.isInteger(negativeBinomial(streamOf("ends"), mean, size))).toBe(true);
      }
    }
  });

  it.each([-1, NaN, Infinity])("refuses mean %d", (mean) => {
    expect(() => negativeBinomial(streamOf("bad"), mean, 1)).toThrow(
      new RangeError(`mean must lie in [0, 1e100], got ${mean}`),
    );
  });

  it.each([0, -1, NaN, Infinity])("refuses size %d", (size) => {
    expect(() => negativeBinomial(streamOf("bad"), 1, size)).toThrow(
      new RangeError(`size must lie in [1e-100, 1e100], got ${size}`),
    );
  });
});
