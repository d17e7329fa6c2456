import { describe, expect, it } from "vitest";
import { bernoulli } from "../../src/random/bernoulli.js";
import { DRAWS, drawMany, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("bernoulli", () => {
  it("is reproducible", () => expectReproducible((s) => bernoulli(s, 0.5)));

  it.each([0.001, 0.3, 0.5, 0.99])("follows Bernoulli(%d)", (p) => {
    // the count is binomial, 6 sigma: p = 2e-9 (1e-8 at the skewed ends)
    const draws = drawMany(`law ${p}`, (s) => bernoulli(s, p));
    expect(draws.every((x) => x === 0 || x === 1)).toBe(true);
    const count = draws.reduce((a, b) => a + b);
    expect(Math.abs(count - DRAWS * p)).toBeLessThan(6 * Math.sqrt(DRAWS * p * (1 - p)));
  });

  it("is certain at 0 and 1", () => {
    expect(drawMany("never", (s) => bernoulli(s, 0), 1000).every((x) => x === 0)).toBe(true);
    expect(drawMany("always", (s) => bernoulli(s, 1), 1000).every((x) => x === 1)).toBe(true);
  });

  it.each([-1e-9, 1.001, NaN])("refuses probability %d", (p) => {
    expect(() => bernoulli(streamOf("bad"), p)).toThrow(
      new RangeError(`probability must lie in [0, 1], got ${p}`),
    );
  });
});
