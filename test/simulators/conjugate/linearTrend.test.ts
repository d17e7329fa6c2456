import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Key } from "../../../src/random/key.js";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { determinant } from "./determinant.js";
import { meanTolerance } from "./meanTolerance.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { trapezoid } from "./trapezoid.js";
import { uniformDistance, uniformTolerance } from "./uniformDistance.js";

const golden = loadFixture(
  "linear-trend",
  z.object({
    t: z.array(z.number()),
    cases: z.array(
      z.object({
        sigma: z.number(),
        true_terms: z.number(),
        y: z.array(z.number()),
        log_evidence: z.array(z.number()),
        posterior_two_class: z.array(z.number()),
        posterior_three_class: z.array(z.number()),
      }),
    ),
    bayes_error_two_class: z.record(z.string(), z.object({ error: z.number(), standard_error: z.number() })),
  }),
).values;
const scales = [1, 0.2, 0.05];

describe("golden numbers", () => {
  test("times", () => {
    const { times } = linearTrend({ sigma: 1 });
    golden.t.forEach((t, i) => expect(times[i]).toBeCloseTo(t, 14));
  });

  test.each(golden.cases)("evidences and posterior probabilities: σ = $sigma, $true_terms terms", (row) => {
    const two = linearTrend({ sigma: row.sigma });
    const three = linearTrend({ sigma: row.sigma, classes: 3 });
    three.logEvidence(row.y).forEach((value, k) => expect(value / row.log_evidence[k]).toBeCloseTo(1, 11));
    expect(two.logEvidence(row.y)).toEqual(three.logEvidence(row.y).slice(0, 2));
    two.posteriorProbabilities(row.y).forEach((p, k) => expect(p).toBeCloseTo(row.posterior_two_class[k], 11));
    three.posteriorProbabilities(row.y).forEach((p, k) => expect(p).toBeCloseTo(row.posterior_three_class[k], 11));
  });
});

describe("brute force", () => {
  /** log N(x; 0, B T Bᵀ + σ²I) from the full 20×20 covariance, by Cramer's rule for a bordered determinant. */
  const logEvidence = (x: readonly number[], terms: number, sigma: number): number => {
    const covariance = golden.t.map((s, i) =>
      golden.t.map((t, k) => {
        const prior = scales.slice(0, terms).reduce((sum, c, j) => sum + c ** 2 * ((s - 5) * (t - 5)) ** j, 0);
        return prior + (i === k ? sigma ** 2 : 0);
      }),
    );
    const size = determinant(covariance);
    // |S x; xᵀ 0| = −|S| xᵀS⁻¹x
    const bordered = [...covariance.map((row, i) => [...row, x[i]]), [...x, 0]];
    return -0.5 * (-determinant(bordered) / size + Math.log(size) + 20 * Math.log(2 * Math.PI));
  };

  test.each(golden.cases.filter((row) => row.sigma >= 0.2))("20×20 normal density: σ = $sigma, $true_terms", (row) => {
    const { logEvidence: exact } = linearTrend({ sigma: row.sigma, classes: 3 });
    exact(row.y).forEach((value, k) => expect(value / logEvidence(row.y, k + 1, row.sigma)).toBeCloseTo(1, 9));
  });

  test("the evidence is the integral of likelihood times prior over the coefficients", () => {
    const { y, sigma } = golden.cases.find((row) => row.sigma === 0.5 && row.true_terms === 2)!;
    const world = linearTrend({ sigma });
    const likelihood = (a: number, b: number): number =>
      y.reduce((p, value, i) => {
        const e = (value - a - b * (golden.t[i] - 5)) / sigma;
        return (p * Math.exp(-0.5 * e * e)) / Math.sqrt(2 * Math.PI * sigma ** 2);
      }, 1);
    const joint = (mechanism: number, coefficients: number[]): number =>
      2 *
      Math.exp(world.prior.logProb!({ mechanism, coefficients })) *
      likelihood(coefficients[0], coefficients[1] ?? 0);
    const stasis = trapezoid((a) => joint(0, [a]), -8, 8, 600);
    const exponential = trapezoid((a) => trapezoid((b) => joint(1, [a, b]), -2, 2, 300), -8, 8, 300);
    world.logEvidence(y).forEach((value, k) => expect(value).toBeCloseTo(Math.log([stasis, exponential][k]), 8));
  });

  test("small noise is no numerical trouble", () => {
    const world = linearTrend({ sigma: 1e-6, classes: 3 });
    for (let mechanism = 0; mechanism < 3; mechanism++) {
      const theta = { mechanism, coefficients: [0.5, -0.2, 0.03].slice(0, mechanism + 1) };
      expect(world.posteriorProbabilities(world.simulate(Key.root(1), theta))[mechanism]).toBeGreaterThan(0.99);
    }
  });
});

describe("simulation", () => {
  const errors = Object.entries(golden.bayes_error_two_class).map(([sigma, row]) => ({ sigma: Number(sigma), ...row }));
  const n = 20_000;

  /**
   * E (1 − max p(k | x)) is the Bayes error. Bernstein at 1e-10 on our side and 6.5 standard errors of the golden
   * Monte Carlo error on the other (8e-11); four values of σ: false alarm ≤ 8e-10.
   */
  test.each(errors)("the Bayes error of two classes is the golden one: σ = $sigma", (row) => {
    const { sigma, error, standard_error } = row;
    const world = linearTrend({ sigma });
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const key = Key.root(i % 10).fold(i);
      const x = world.simulate(key.fold("x"), world.prior.sample(key.fold("theta")));
      sum += 1 - Math.max(...world.posteriorProbabilities(x));
    }
    expect(Math.abs(sum / n - error)).toBeLessThan(meanTolerance(error, n, 1e-10) + 6.5 * standard_error);
  });

  /**
   * Residuals over σ and coefficients over their scales are independent N(0, 1), the number of coefficients is uniform.
   * Ten seeds pooled; KS, KS and three frequencies at 1e-10 each: false alarm ≤ 5e-10.
   */
  test("noise, coefficients and mechanisms have their laws", () => {
    const world = linearTrend({ sigma: 0.3, classes: 3 });
    const m = 10_000;
    const residuals: number[] = [];
    const coefficients: number[] = [];
    const counts = [0, 0, 0];
    for (let i = 0; i < m; i++) {
      const key = Key.root(i % 10).fold(i);
      const theta = world.prior.sample(key.fold("theta"));
      counts[theta.mechanism]++;
      theta.coefficients.forEach((c, j) => coefficients.push(normalCdf(c / scales[j])));
      world.simulate(key.fold("x"), theta).forEach((value, k) => {
        const trend = theta.coefficients.reduce((sum, c, j) => sum + c * (golden.t[k] - 5) ** j, 0);
        residuals.push(normalCdf((value - trend) / 0.3));
      });
    }
    for (const sample of [residuals, coefficients]) {
      expect(uniformDistance(sample)).toBeLessThan(uniformTolerance(sample.length, 1e-10));
    }
    for (const count of counts) expect(Math.abs(count / m - 1 / 3)).toBeLessThan(meanTolerance(1 / 3, m, 1e-10));
  });

  /**
   * E (1[k] − p_k) g(x) = 0 for every g; g = 1 and g = p_k, values in [−1, 1] rescaled to [0, 1].
   * Ten seeds × 3 classes × 2 at 1e-11: false alarm ≤ 6e-10.
   */
  test("the frequencies of the mechanisms are their posterior probabilities", () => {
    const world = linearTrend({ sigma: 0.5, classes: 3 });
    for (let seed = 0; seed < 10; seed++) {
      const sums = new Float64Array(6);
      const m = 4000;
      for (let i = 0; i < m; i++) {
        const key = Key.root(seed).fold(i);
        const theta = world.prior.sample(key.fold("theta"));
        world.posteriorProbabilities(world.simulate(key.fold("x"), theta)).forEach((p, k) => {
          const error = (theta.mechanism === k ? 1 : 0) - p;
          sums[k] += (1 + error) / 2;
          sums[3 + k] += (1 + error * p) / 2;
        });
      }
      for (const sum of sums) expect(Math.abs(sum / m - 0.5)).toBeLessThan(meanTolerance(0.5, m, 1e-11));
    }
  });
});

describe("bad input", () => {
  test.each([0, -1, NaN, Infinity, 1e-7])("sigma = %f is refused", (sigma) => {
    expect(() => linearTrend({ sigma })).toThrow(new RangeError(`sigma must be finite and >= 1e-6, got ${sigma}`));
  });

  test("classes, mechanisms, coefficients and data are checked", () => {
    expect(() => linearTrend({ sigma: 1, classes: 4 as 3 })).toThrow(new RangeError("classes must be 2 or 3, got 4"));
    const world = linearTrend({ sigma: 1 });
    const simulate = (mechanism: number, coefficients: number[]) => () =>
      world.simulate(Key.root(0), { mechanism, coefficients });
    expect(simulate(2, [1, 1, 1])).toThrow(new RangeError("mechanism must be an integer in [0, 2), got 2"));
    expect(simulate(NaN, [1])).toThrow(new RangeError("mechanism must be an integer in [0, 2), got NaN"));
    expect(simulate(1, [1])).toThrow(new RangeError("coefficients must hold 2 numbers, got 1"));
    expect(simulate(0, [NaN])).toThrow(new RangeError("coefficients must hold finite numbers, got NaN"));
    expect(() => world.logEvidence([1])).toThrow(new RangeError("x must hold 20 numbers, got 1"));
  });
});
