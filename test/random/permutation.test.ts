import { describe, expect, it } from "vitest";
import { permutation } from "../../src/random/permutation.js";
import { drawMany, expectMoments, expectPmf, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("permutation", () => {
  it("is reproducible", () => expectReproducible((s) => permutation(s, 100)[0]));

  it("contains every index once", () => {
    for (const n of [0, 1, 2, 3, 1000]) {
      const order = permutation(streamOf("once"), n);
      expect(order).toBeInstanceOf(Uint32Array);
      expect(Array.from(order.toSorted())).toEqual(Array.from({ length: n }, (_, i) => i));
    }
  });

  it("gives all orders of 2, 3, 4 and 5 equally often", () => {
    for (const n of [2, 3, 4, 5]) {
      const codes = drawMany(`orders ${n}`, (s) => permutation(s, n).reduce((code, i) => code * n + i, 0));
      const orders = [...new Set(codes)].sort((a, b) => a - b);
      const factorial = [2, 6, 24, 120][n - 2];
      expect(orders.length).toBe(factorial);
      expectPmf(codes.map((code) => orders.indexOf(code)), (k) => (k < factorial ? 1 / factorial : 0));
    }
  });

  it("puts any element anywhere", () => {
    const n = 97;
    for (const position of [0, 50, 96]) {
      const values = drawMany(`place ${position}`, (s) => permutation(s, n)[position], 20_000);
      expectPmf(values, (k) => (k < n ? 1 / n : 0));
    }
  });

  it("has one fixed point on average, with variance 1", () => {
    // for n ≥ 4 the first four moments of the number of fixed points are those of Poisson(1)
    const fixed = drawMany("fixed", (s) => permutation(s, 20).filter((value, i) => value === i).length);
    expectMoments(fixed, { mean: 1, variance: 1, excessKurtosis: 1 });
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 32])("refuses n = %d", (n) => {
    expect(() => permutation(streamOf("bad"), n)).toThrow(
      new RangeError(`n must be an integer in [0, 2^32), got ${n}`),
    );
  });
});
