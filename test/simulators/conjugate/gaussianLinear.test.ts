import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Key } from "../../../src/random/key.js";
import { gaussianLinear } from "../../../src/simulators/conjugate/gaussianLinear.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { determinant } from "./determinant.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { uniformDistance, uniformTolerance } from "./uniformDistance.js";

const matrix = z.array(z.array(z.number()));
const golden = loadFixture(
  "gaussian-linear",
  z.object({
    A: matrix,
    target: z.array(z.number()),
    posterior_covariance: matrix,
    gain: matrix,
    bayes_risk_linear: z.number(),
    prior_variance_linear: z.number(),
    x: matrix,
    posterior_mean: matrix,
    bayes_linear: z.array(z.number()),
    bayes_square_first: z.array(z.number()),
  }),
).values;
const world = gaussianLinear();
const { linear, firstSquared } = world.targets;
const P = world.posterior(golden.x[0]).covariance;
const dot = (u: readonly number[], v: readonly number[]): number => u.reduce((sum, value, i) => sum + value * v[i], 0);

describe("golden numbers", () => {
  test("posterior covariance and gain", () => {
    P.forEach((row, i) => row.forEach((p, j) => expect(p).toBeCloseTo(golden.posterior_covariance[i][j], 14)));
    for (let k = 0; k < 6; k++) {
      const unit = Array.from({ length: 6 }, (_, i) => (i === k ? 1 : 0));
      world.posterior(unit).mean.forEach((g, i) => expect(g).toBeCloseTo(golden.gain[i][k], 14));
    }
  });

  test("posterior means and Bayes predictions", () => {
    golden.x.forEach((x, n) => {
      world.posterior(x).mean.forEach((m, i) => expect(m).toBeCloseTo(golden.posterior_mean[n][i], 13));
      expect(linear.bayesPredictor(x)).toBeCloseTo(golden.bayes_linear[n], 13);
      expect(firstSquared.bayesPredictor(x)).toBeCloseTo(golden.bayes_square_first[n], 13);
    });
  });

  test("Bayes risk and prior variance of a·θ", () => {
    expect(linear.bayesRisk).toBeCloseTo(golden.bayes_risk_linear, 14);
    expect(dot(golden.target, golden.target)).toBe(golden.prior_variance_linear);
  });
});

describe("brute force", () => {
  const logLikelihood = (x: readonly number[], theta: readonly number[]): number =>
    golden.A.reduce((sum, row, k) => sum - 0.5 * ((x[k] - dot(row, theta)) / 0.7) ** 2 - Math.log(0.7), 0) -
    3 * Math.log(2 * Math.PI);
  /** log N(θ; μ(x), P) with P inverted by Cramer's rule. */
  const logPosterior = (x: readonly number[], theta: readonly number[]): number => {
    const d = theta.map((value, i) => value - world.posterior(x).mean[i]);
    const size = determinant(P);
    const solved = d.map((_, i) => determinant(P.map((row, r) => row.map((p, c) => (c === i ? d[r] : p)))) / size);
    return -0.5 * (dot(d, solved) + Math.log(size) + 4 * Math.log(2 * Math.PI));
  };

  test("log prior + log likelihood − log posterior is the same at every θ", () => {
    for (const x of golden.x) {
      const evidence = [[0, 0, 0, 0], [1, -2, 0.5, 3], [-1, 0.1, 2, 1], [4, 3, -2, -1], [0.3, 0.2, 0.1, 0]].map(
        (theta) => world.prior.logProb!(theta) + logLikelihood(x, theta) - logPosterior(x, theta),
      );
      evidence.forEach((value) => expect(value).toBeCloseTo(evidence[0], 10));
    }
  });

  test("the risk of θ₁² is its posterior variance averaged over x, by quadrature", () => {
    // μ₁ ~ N(0, 1 − P₁₁) and θ₁ = μ₁ + √P₁₁ ε: E(θ₁² − μ₁² − P₁₁)² on a grid of both normal variables.
    const grid = Array.from({ length: 241 }, (_, i) => (i - 120) / 12);
    const weight = (u: number): number => Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) / 12;
    const risk = grid.reduce((sum, u) => {
      const mu = Math.sqrt(1 - P[0][0]) * u;
      const inner = grid.reduce((s, e) => {
        const theta = mu + Math.sqrt(P[0][0]) * e;
        return s + weight(e) * (theta ** 2 - mu ** 2 - P[0][0]) ** 2;
      }, 0);
      return sum + weight(u) * inner;
    }, 0);
    expect(firstSquared.bayesRisk).toBeCloseTo(risk, 11);
  });
});

test("the prior density is that of four independent N(0, 1)", () => {
  for (const theta of [[0, 0, 0, 0], [1, -2, 0.5, 3]]) {
    const product = theta.reduce((p, value) => (p * Math.exp(-0.5 * value * value)) / Math.sqrt(2 * Math.PI), 1);
    expect(world.prior.logProb!(theta)).toBeCloseTo(Math.log(product), 13);
  }
});

/**
 * Over the joint law θ_j, (x − Aθ)_k/σ and, in posterior standard deviations, θ_j − μ_j and a·θ − a·μ are N(0, 1); the
 * θ_j are independent of each other and so are the residuals. Ten seeds pooled, 7 samples at 1e-10 each: false alarm
 * ≤ 7e-10.
 */
test("simulation agrees with prior, likelihood and posterior", () => {
  const n = 40_000;
  const prior: number[] = [];
  const residual: number[] = [];
  const posterior: number[][] = [[], [], [], [], []];
  for (let i = 0; i < n; i++) {
    const key = Key.root(i % 10).fold(i);
    const theta = world.prior.sample(key.fold("theta"));
    const x = world.simulate(key.fold("x"), theta);
    const { mean } = world.posterior(x);
    theta.forEach((value, j) => {
      prior.push(normalCdf(value));
      posterior[j].push(normalCdf((value - mean[j]) / Math.sqrt(P[j][j])));
    });
    golden.A.forEach((row, k) => residual.push(normalCdf((x[k] - dot(row, theta)) / 0.7)));
    posterior[4].push(normalCdf((linear.target(theta) - dot(golden.target, mean)) / Math.sqrt(linear.bayesRisk)));
  }
  for (const sample of [prior, residual, ...posterior]) {
    expect(uniformDistance(sample)).toBeLessThan(uniformTolerance(sample.length, 1e-10));
  }
});

test("bad input is refused", () => {
  expect(() => world.posterior([1])).toThrow(new RangeError("x must hold 6 numbers, got 1"));
  expect(() => world.features([1, 2, 3, 4, 5, NaN])).toThrow(new RangeError("x must hold finite numbers, got NaN"));
  expect(() => world.simulate(Key.root(0), [1, 2, 3])).toThrow(new RangeError("theta must hold 4 numbers, got 3"));
  expect(() => linear.target([1, 2, 3, NaN])).toThrow(new RangeError("theta must hold finite numbers, got NaN"));
});
