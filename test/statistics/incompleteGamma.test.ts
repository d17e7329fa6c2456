import { expect, it, test } from "vitest";
import { incompleteGamma } from "../../src/statistics/incompleteGamma.js";

/** Values: scipy 1.17.1, gammainc, printed in full. */
it.each([
  [2.5, 3, 0.6937810815867212],
  [0.1, 0.01, 0.6626212599544796],
  [300, 310, 0.7224887541718611],
  [1e4, 9900, 0.15865119219356463],
])("P(%f, %f)", (a, x, value) => {
  expect(incompleteGamma(a, x).lower).toBeCloseTo(value, 10);
});

test("keeps relative accuracy in the upper tail (scipy 1.17.1, chi2.sf)", () => {
  expect(incompleteGamma(20, 50).upper / 4.791357300338064e-7).toBeCloseTo(1, 10);
});

test("is the exponential law at a = 1, on both sides of the switch, and sums to 1", () => {
  for (const x of [1e-300, 1e-3, 1, 1.999, 2.001, 30, 700]) {
    const { lower, upper } = incompleteGamma(1, x);
    expect(upper / Math.exp(-x)).toBeCloseTo(1, 12);
    expect(lower / -Math.expm1(-x)).toBeCloseTo(1, 12);
    expect(lower + upper).toBeCloseTo(1, 15);
  }
});

test("is the Poisson distribution function, by summation", () => {
  for (const mean of [0.3, 4, 25]) {
    let [mass, sum] = [Math.exp(-mean), 0];
    for (let k = 0; k < 60; mass *= mean / ++k) {
      sum += mass;
      expect(incompleteGamma(k + 1, mean).upper).toBeCloseTo(sum, 13);
    }
  }
});

test("takes the ends of its domain", () => {
  expect(incompleteGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteGamma(3, Infinity)).toEqual({ lower: 1, upper: 0 });
  expect(incompleteGamma(3, 1e300)).toEqual({ lower: 1, upper: 0 });
  expect(incompleteGamma(1e6, 1e6).lower).toBeCloseTo(0.5, 3);
  expect(incompleteGamma(1e-300, 1).lower).toBe(1);
});

it.each([0, -1, 1.1e6, NaN, Infinity])("refuses shape %d", (a) => {
  expect(() => incompleteGamma(a, 1)).toThrow(new RangeError(`a must be in (0, 1e6], got ${a}`));
});

it.each([-1e-9, NaN])("refuses x %d", (x) => {
  expect(() => incompleteGamma(1, x)).toThrow(new RangeError(`x must be ≥ 0, got ${x}`));
});
