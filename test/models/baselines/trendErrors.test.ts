import { expect, test } from "vitest";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import { errorOn, exactError, trendCases } from "./trendErrors.js";

test("the exact error is ½ at both ends and least between", () => {
  for (const noise of ["known", "estimated"] as const) {
    expect(exactError(0.2, 0, noise)).toBeCloseTo(0.5, 12);
    expect(exactError(0.2, 1e5, noise)).toBeCloseTo(0.5, 12);
    expect(exactError(0.2, 4, noise)).toBeLessThan(0.12);
  }
});

test("the exact error is that of SciPy", () => {
  // NumPy 2.4.6, SciPy 1.17.1, 2026-11-20, with g as in `exactError`: .5*(chi2.sf(2,1)+chi2.cdf(2/g,1)) and, with F = 18*expm1(.1), .5*(f.sf(F,1,18)+f.cdf(F/g,1,18))
  expect(exactError(0.05, 2, "known")).toBeCloseTo(0.08904, 5);
  expect(exactError(1, 2, "known")).toBeCloseTo(0.26618, 5);
  expect(exactError(0.05, 2, "estimated")).toBeCloseTo(0.10284, 5);
  expect(exactError(1, 2, "estimated")).toBeCloseTo(0.27284, 5);
});

test("the share of wrong cases", () => {
  const cases = trendCases(linearTrend({ sigma: 1 }), 5);
  expect(cases).toHaveLength(50);
  const ones = cases.filter(({ truth }) => truth === 1).length;
  expect(errorOn(cases, () => 0)).toBe(ones / 50);
  expect(errorOn(cases, (x) => cases.find((row) => row.x === x)!.truth)).toBe(0);
});
