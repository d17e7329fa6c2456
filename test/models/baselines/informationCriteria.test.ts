import { describe, expect, test } from "vitest";
import { aic, aicc, bic } from "../../../src/models/baselines/informationCriteria.js";

describe("information criteria", () => {
  test("by hand", () => {
    expect(aic(-3.5, 2)).toBe(11);
    expect(aicc(-3.5, 2, 20)).toBeCloseTo(11 + 12 / 17, 14);
    expect(bic(-3.5, 2, 20)).toBeCloseTo(7 + 2 * Math.log(20), 14);
    expect([aic(-1, 0), aicc(-1, 0, 2), bic(-1, 0, 1)]).toEqual([2, 2, 2]);
  });

  test("AICc tends to AIC, and is Hurvich and Tsai's form n(log σ² + (1 + p/n)/(1 − (p + 2)/n)) up to a constant", () => {
    expect(aicc(-3.5, 2, 1e9)).toBeCloseTo(aic(-3.5, 2), 7);
    const n = 20;
    const logLikelihood = (variance: number): number => -0.5 * n * (Math.log(2 * Math.PI * variance) + 1);
    const theirs = (variance: number, p: number): number => n * (Math.log(variance) + (1 + p / n) / (1 - (p + 2) / n));
    const constants = [1, 2, 3].map((p) => aicc(logLikelihood(0.1 * p), p + 1, n) - theirs(0.1 * p, p));
    for (const c of constants) expect(c).toBeCloseTo(n * Math.log(2 * Math.PI), 11);
  });

  test("refuses bad input", () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      const error = new RangeError(`logLikelihood must be finite, got ${value}`);
      for (const criterion of [aic, aicc, bic]) expect(() => criterion(value, 1, 20)).toThrow(error);
    }
    for (const k of [-1, 0.5, NaN]) {
      const error = new RangeError(`k must be an integer ≥ 0, got ${k}`);
      for (const criterion of [aic, aicc, bic]) expect(() => criterion(0, k, 20)).toThrow(error);
    }
    for (const n of [4, 3, 5.5, NaN]) {
      expect(() => aicc(0, 3, n)).toThrow(new RangeError(`n must be an integer > k + 1 = 4, got ${n}`));
    }
    for (const n of [0, 0.5, NaN]) expect(() => bic(0, 1, n)).toThrow(new RangeError(`n must be an integer ≥ 1, got ${n}`));
  });
});
