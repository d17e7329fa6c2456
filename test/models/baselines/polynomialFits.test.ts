import { describe, expect, test } from "vitest";
import { polynomialFits } from "../../../src/models/baselines/polynomialFits.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";

const { times } = linearTrend({ sigma: 1 });
const fit = polynomialFits(times, 2, 5);
const noise = (seed: number): number[] => {
  const stream = Key.root(seed).stream();
  return times.map(() => normal(stream));
};
const trend = (coefficients: readonly number[], t: number): number =>
  coefficients.reduce((sum, c, j) => sum + c * (t - 5) ** j, 0);

describe("polynomialFits", () => {
  test("recovers polynomials", () => {
    const [mean, line, parabola] = fit(times.map((t) => trend([0.5, -0.2, 0.03], t)));
    [0.5, -0.2, 0.03].forEach((c, j) => expect(parabola.coefficients[j]).toBeCloseTo(c, 13));
    expect(parabola.residualSumOfSquares).toBeLessThan(1e-28);
    expect(line.coefficients[1]).toBeCloseTo(-0.2, 13);
    expect(line.residualSumOfSquares).toBeGreaterThan(0.01);
    expect(mean.coefficients).toHaveLength(1);
  });

  test("the residual is orthogonal to every power, and its square is the sum", () => {
    for (let seed = 0; seed < 10; seed++) {
      const y = noise(seed);
      fit(y).forEach(({ coefficients, residualSumOfSquares }, degree) => {
        expect(coefficients).toHaveLength(degree + 1);
        const residual = y.map((value, i) => value - trend(coefficients, times[i]));
        expect(residual.reduce((sum, r) => sum + r * r, 0)).toBeCloseTo(residualSumOfSquares, 11);
        for (let j = 0; j <= degree; j++) {
          expect(Math.abs(residual.reduce((sum, r, i) => sum + r * (times[i] - 5) ** j, 0))).toBeLessThan(1e-11);
        }
      });
    }
  });

  test("a large mean costs no more digits than the numbers themselves lost", () => {
    const y = noise(3).map((value) => Math.round(value * 1024) / 1024); // exact also beside 2^30
    const small = fit(y);
    const large = fit(y.map((value) => value + 2 ** 30));
    large.forEach((row, d) => {
      expect(row.residualSumOfSquares / small[d].residualSumOfSquares).toBeCloseTo(1, 5);
    });
  });

  test("the centre moves coefficients, not residuals", () => {
    const y = noise(1);
    polynomialFits(times, 2, -3)(y).forEach((row, d) => {
      expect(row.residualSumOfSquares).toBeCloseTo(fit(y)[d].residualSumOfSquares, 10);
    });
    expect(polynomialFits([0, 1], 1)([3, 5])[1].coefficients.map(Math.round)).toEqual([3, 2]);
  });

  test("refuses bad input", () => {
    const tied = "degree must be an integer in [0, 2) for 2 different times, got 2";
    expect(() => polynomialFits([1, 1, 2], 2)).toThrow(new RangeError(tied));
    for (const degree of [-1, 0.5, NaN]) expect(() => polynomialFits(times, degree)).toThrow(/^degree must be/);
    expect(() => polynomialFits([0, NaN], 1)).toThrow(new RangeError("times must hold finite numbers, got NaN"));
    expect(() => polynomialFits(times, 1, Infinity)).toThrow(/^centre must hold finite numbers/);
    expect(() => polynomialFits([1, 1 + 2 ** -52], 1)).toThrow(/^times must differ by more than rounding/);
    expect(() => fit([1])).toThrow(new RangeError("y must hold 20 numbers, got 1"));
    expect(() => fit(times.map(() => NaN))).toThrow(new RangeError("y must hold finite numbers, got NaN"));
  });
});
