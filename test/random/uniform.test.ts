import { describe, expect, it } from "vitest";
import { uniform } from "../../src/random/uniform.js";
import { drawMany, expectCdf, expectMoments, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("uniform", () => {
  it("is reproducible", () => expectReproducible((s) => uniform(s)));

  it.each([
    [0, 1],
    [-3, 5],
    [1e9, 1e9 + 1],
    [-Number.MAX_VALUE / 4, Number.MAX_VALUE / 4],
  ])("follows U(%d, %d)", (low, high) => {
    const unit = drawMany("law", (s) => uniform(s, low, high)).map((x) => (x - low) / (high - low));
    expectCdf(unit, (u) => u);
    expectMoments(unit, { mean: 0.5, variance: 1 / 12, excessKurtosis: -1.2 });
    expect(unit.every((u) => u >= 0 && u < 1)).toBe(true);
  });

  it("is the stream's own uniform by default", () => {
    const stream = streamOf("same");
    expect(drawMany("same", (s) => uniform(s), 100)).toEqual(new Float64Array(100).map(() => stream.uniform()));
  });

  it("never rounds to high", () => {
    const high = 1 + Number.EPSILON;
    expect(drawMany("edge", (s) => uniform(s, 1, high), 100).every((x) => x === 1)).toBe(true);
  });

  it.each([
    [1, 1],
    [2, 1],
    [NaN, 1],
    [0, NaN],
    [-Infinity, 0],
    [0, Infinity],
    [-1e308, 1e308],
  ])("refuses (%d, %d)", (low, high) => {
    expect(() => uniform(streamOf("bad"), low, high)).toThrow(
      new RangeError(`low and high must be finite with low < high, got low = ${low}, high = ${high}`),
    );
  });
});
