import { describe, expect, it } from "vitest";
import { beta } from "../../src/random/beta.js";
import { incompleteBeta } from "../../src/statistics/incompleteBeta.js";
import { DRAWS, drawMany, expectCdf, expectMoments, expectReproducible, streamOf } from "./goodnessOfFit.js";

function momentsOf(a: number, b: number): { mean: number; variance: number; excessKurtosis: number } {
  const s = a + b;
  return {
    mean: a / s,
    variance: (a * b) / (s * s * (s + 1)),
    excessKurtosis: (6 * ((a - b) ** 2 * (s + 1) - a * b * (s + 2))) / (a * b * (s + 2) * (s + 3)),
  };
}

describe("beta", () => {
  it("is reproducible", () => expectReproducible((s) => beta(s, 2, 0.5)));

  it.each([
    [1, 1],
    [2, 3],
    [0.5, 0.5],
    [0.1, 2],
    [5, 0.9],
    [1, 249],
    [3000, 200],
  ])("follows Beta(%d, %d)", (a, b) => {
    const draws = drawMany(`law ${a} ${b}`, (s) => beta(s, a, b));
    expectCdf(draws, (x) => incompleteBeta(x, a, b));
    expectMoments(draws, momentsOf(a, b));
  });

  it.each([
    [1e-3, 2e-3],
    [1e-300, 3e-300],
  ])("tends to a Bernoulli law at tiny shapes (%d, %d)", (a, b) => {
    // P(x > ½) = a / (a + b) within 1e-3 · a; the count is binomial, 6 sigma, p = 2e-9
    const draws = drawMany("tiny", (s) => beta(s, a, b));
    const p = a / (a + b);
    expect(draws.every((x) => x >= 0 && x <= 1)).toBe(true);
    const count = draws.filter((x) => x > 0.5).length;
    expect(Math.abs(count - DRAWS * p)).toBeLessThan(6 * Math.sqrt(DRAWS * p * (1 - p)) + 1);
  });

  it("stays finite at the ends of its domain", () => {
    for (const [a, b] of [[1e300, 1e300], [1e300, 1e-300], [1e-300, 1e300]] as const) {
      const x = beta(streamOf("ends"), a, b);
      expect(x).toBeCloseTo(a === b ? 0.5 : a > b ? 1 : 0, 12);
    }
  });

  it.each([0, -1, NaN, Infinity, 1e-301])("refuses %d", (bad) => {
    expect(() => beta(streamOf("bad"), bad, 1)).toThrow(
      new RangeError(`a must lie in [1e-300, 1e300], got ${bad}`),
    );
    expect(() => beta(streamOf("bad"), 1, bad)).toThrow(
      new RangeError(`b must lie in [1e-300, 1e300], got ${bad}`),
    );
  });
});
