import { describe, expect, it } from "vitest";
import { exponential } from "../../src/random/exponential.js";
import { drawMany, expectCdf, expectMoments, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("exponential", () => {
  it("is reproducible", () => expectReproducible((s) => exponential(s)));

  it.each([1, 0.01, 250])("follows its law at rate %d", (rate) => {
    const draws = drawMany(`law ${rate}`, (s) => exponential(s, rate));
    expectCdf(draws, (x) => -Math.expm1(-rate * x));
    expectMoments(draws, { mean: 1 / rate, variance: 1 / rate ** 2, excessKurtosis: 6 });
    expect(draws.every((x) => x >= 0 && Number.isFinite(x))).toBe(true);
  });

  it.each([0, -1, NaN, Infinity])("refuses rate %d", (rate) => {
    expect(() => exponential(streamOf("bad"), rate)).toThrow(
      new RangeError(`rate must be positive and finite, got ${rate}`),
    );
  });
});
