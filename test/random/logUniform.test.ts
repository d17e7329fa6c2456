import { describe, expect, it } from "vitest";
import { logUniform } from "../../src/random/logUniform.js";
import { drawMany, expectCdf, expectMoments, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("logUniform", () => {
  it("is reproducible", () => expectReproducible((s) => logUniform(s, 1, 10)));

  it.each([
    [1, 10],
    [1.5, 3],
    [1e-4, 1e4],
    [1e-300, 1e300],
  ])("follows logU(%d, %d)", (low, high) => {
    const draws = drawMany("law", (s) => logUniform(s, low, high));
    const unit = draws.map((x) => (Math.log(x) - Math.log(low)) / (Math.log(high) - Math.log(low)));
    expectCdf(unit, (u) => u);
    expectMoments(unit, { mean: 0.5, variance: 1 / 12, excessKurtosis: -1.2 });
  });

  it("has mean (high − low) / log(high / low)", () => {
    const [width, span] = [9, Math.log(10)];
    const mean = width / span;
    const square = 99 / (2 * span);
    const moments = { mean, variance: square - mean ** 2, excessKurtosis: Infinity };
    expectMoments(drawMany("mean", (s) => logUniform(s, 1, 10)), moments);
  });

  it("stays within narrow bounds", () => {
    const high = 3 * (1 + Number.EPSILON);
    expect(drawMany("edge", (s) => logUniform(s, 3, high), 1000).every((x) => x >= 3 && x <= high)).toBe(true);
  });

  it.each([
    [0, 1],
    [-1, 1],
    [2, 2],
    [3, 2],
    [1, Infinity],
    [NaN, 1],
    [1, NaN],
  ])("refuses (%d, %d)", (low, high) => {
    expect(() => logUniform(streamOf("bad"), low, high)).toThrow(
      new RangeError(`low and high must satisfy 0 < low < high < ∞, got low = ${low}, high = ${high}`),
    );
  });
});
