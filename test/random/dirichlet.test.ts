import { describe, expect, it } from "vitest";
import { dirichlet } from "../../src/random/dirichlet.js";
import { incompleteBeta } from "../../src/statistics/incompleteBeta.js";
import { DRAWS, drawMany, expectCdf, expectReproducible, streamOf } from "./goodnessOfFit.js";

const sum = (x: ArrayLike<number>): number => Array.from(x).reduce((a, b) => a + b, 0);

describe("dirichlet", () => {
  it("is reproducible", () => expectReproducible((s) => dirichlet(s, [1, 2, 3])[0]));

  it.each([[[1, 1, 1]], [[0.5, 2, 7]], [[0.1, 0.2, 0.3, 0.4]], [[100, 50]]])(
    "has beta marginals, alone and merged, at %j",
    (alpha) => {
      const total = sum(alpha);
      alpha.forEach((a, i) => {
        const draws = drawMany(`${alpha.join()} ${i}`, (s) => dirichlet(s, alpha)[i]);
        expectCdf(draws, (x) => incompleteBeta(x, a, total - a));
      });
      const merged = alpha[0] + alpha[1];
      if (alpha.length === 2) return;
      const pairs = drawMany(`${alpha.join()} pair`, (s) => sum(dirichlet(s, alpha).subarray(0, 2)));
      expectCdf(pairs, (x) => incompleteBeta(x, merged, total - merged));
    },
  );

  it("lies on the simplex", () => {
    for (const alpha of [[2], [1e-300, 1e-300, 1e-300], [1e300, 1e300], [1e-300, 1e300], new Float32Array(50).fill(0.3)]) {
      const stream = streamOf("simplex");
      for (let i = 0; i < 100; i++) {
        const x = dirichlet(stream, alpha);
        expect(x).toBeInstanceOf(Float64Array);
        expect(x.length).toBe(alpha.length);
        expect(x.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(sum(x)).toBeCloseTo(1, 13);
      }
    }
  });

  it("picks a corner with probability alpha_i / Σ alpha at tiny alpha", () => {
    // the count is binomial up to 1e-4 · n · alpha; 6 sigma, p = 2e-9
    const draws = drawMany("corner", (s) => dirichlet(s, [1e-8, 3e-8])[0]);
    const count = draws.filter((x) => x > 0.5).length;
    expect(Math.abs(count - DRAWS / 4)).toBeLessThan(6 * Math.sqrt((DRAWS * 3) / 16) + 1);
  });

  it("refuses bad concentrations", () => {
    const bad = streamOf("bad");
    expect(() => dirichlet(bad, [])).toThrow(new RangeError("alpha must have at least one entry, got none"));
    for (const a of [0, -1, NaN, Infinity]) {
      expect(() => dirichlet(bad, [1, a])).toThrow(
        new RangeError(`alpha[1] must lie in [1e-300, 1e300], got ${a}`),
      );
    }
  });
});
