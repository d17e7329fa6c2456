import { expect, test } from "vitest";
import { incompleteBeta } from "../../src/statistics/incompleteBeta.js";

// mpmath 1.3.0, 40 digits, rounded to float64, 2026-11-20: mp.nstr(mp.betainc(a, b, 0, x, regularized=True), 20) at the float64 x, a, b
const GOLDEN = [
  [0.3, 2, 3, 0.3483],
  [0.5, 0.5, 0.5, 0.5],
  [0.01, 3, 98, 0.07937320225218034],
  [1e-5, 1, 1e5, 0.6321223982334278],
  [0.999, 200, 2, 0.9823785953743628],
  [0.48, 1000, 1000, 0.03677948327863957],
  [3e-6, 3, 1e6, 0.576811599187246],
  [0.02, 0.01, 30, 0.9953911853456691],
] as const;

test("golden values to a relative 1e-12", () => {
  for (const [x, a, b, value] of GOLDEN) {
    expect(Math.abs(incompleteBeta(x, a, b) / value - 1), `I_${x}(${a}, ${b})`).toBeLessThan(1e-12);
  }
});

test("closed forms: I_x(a, 1) = x^a and I_x(1, b) = 1 − (1 − x)^b, far into the tail", () => {
  for (const x of [1e-300, 1e-20, 1e-3, 0.2, 0.7, 0.999]) {
    for (const shape of [0.3, 1, 2, 17]) {
      if (x ** shape > 1e-300) expect(Math.abs(incompleteBeta(x, shape, 1) / x ** shape - 1)).toBeLessThan(1e-12);
      const other = -Math.expm1(shape * Math.log1p(-x));
      expect(Math.abs(incompleteBeta(x, 1, shape) / other - 1)).toBeLessThan(1e-12);
    }
  }
});

test("is the binomial tail, by summation", () => {
  const n = 12;
  for (const p of [0.01, 0.3, 0.5, 0.9]) {
    let tail = 0;
    let choose = 1;
    for (let s = n; s >= 1; s--) {
      tail += choose * p ** s * (1 - p) ** (n - s);
      choose = (choose * s) / (n - s + 1);
      expect(incompleteBeta(p, s, n - s + 1)).toBeCloseTo(tail, 13);
    }
  }
});

test("reflects: I_x(a, b) + I_{1−x}(b, a) = 1, and never decreases in x", () => {
  let previous = 0;
  for (let i = 0; i <= 256; i++) {
    const value = incompleteBeta(i / 256, 7.5, 3.25);
    expect(value + incompleteBeta(1 - i / 256, 3.25, 7.5)).toBeCloseTo(1, 14);
    expect(value).toBeGreaterThanOrEqual(previous);
    previous = value;
  }
});

test("a complement keeps digits that 1 − x has lost", () => {
  expect(incompleteBeta(1, 2, 1e18, 1e-17)).toBe(1);
  const lost = 1 - incompleteBeta(1, 1, 1, 1e-12);
  expect(Math.abs(lost / 1e-12 - 1)).toBeLessThan(1e-3);
});

test("rejects arguments outside their domain", () => {
  for (const x of [-0.1, 1.1, NaN]) expect(() => incompleteBeta(x, 1, 1)).toThrow(/^x must be in \[0, 1\]/);
  for (const shape of [0, -1, NaN, Infinity]) {
    expect(() => incompleteBeta(0.5, shape, 1)).toThrow(/^a must be finite and > 0/);
    expect(() => incompleteBeta(0.5, 1, shape)).toThrow(/^b must be finite and > 0/);
  }
  expect(() => incompleteBeta(0.5, 1, 1, NaN)).toThrow(/^complement must be/);
});
