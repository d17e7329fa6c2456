import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { earlyGrowth } from "../../../src/simulators/unobservable/earlyGrowth.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { uniformDistance, uniformTolerance } from "../conjugate/uniformDistance.js";
import { golden } from "./goldenTargets.js";

const world = earlyGrowth();

/** What lies beyond ±6 standard deviations has probability 4e-9, and moments of that order. */
test.each(golden.early_growth)("golden posterior moments: r = $r, K = $K", (row) => {
  const { mean, variance } = world.posterior(row.log_y);
  expect(Math.abs(mean - row.posterior_mean_log_K)).toBeLessThan(1e-7);
  expect(Math.abs(variance - row.posterior_variance_log_K)).toBeLessThan(1e-7);
  expect(world.bayesPredictor(row.log_y)).toBe(mean);
});

/**
 * E Var(log K | x) is the Bayes risk, known with a standard error of 3e-5. Ten seeds pooled, 6.5 standard errors of that
 * and of 2,000 posterior variances: false alarm 1e-10.
 */
test("the Bayes risk", () => {
  const variances = Array.from({ length: 2000 }, (_, i) => {
    const key = Key.root(i % 10).fold(i);
    return world.posterior(world.simulate(key.fold("x"), world.prior.sample(key.fold("theta")))).variance;
  });
  const mean = variances.reduce((sum, v) => sum + v, 0) / variances.length;
  const error = Math.sqrt(variances.reduce((sum, v) => sum + (v - mean) ** 2, 0)) / variances.length;
  expect(Math.abs(mean - world.bayesRisk)).toBeLessThan(6.5 * Math.hypot(error, 3e-5));
});

/** z of log r and the residual of log K are independent N(0, 1), noise over .1 too. Ten seeds pooled, three KS at 1e-9. */
test("the prior and the noise have their laws", () => {
  const samples: number[][] = [[], [], []];
  for (let i = 0; i < 5000; i++) {
    const key = Key.root(i % 10).fold(i);
    const theta = world.prior.sample(key.fold("theta"));
    const z = (theta.logRate - Math.log(0.3)) / 0.15;
    samples[0].push(normalCdf(z));
    samples[1].push(normalCdf(((theta.logCapacity - Math.log(1000)) / 0.7 + 0.8 * z) / 0.6));
    const path = world.path(theta);
    samples[2].push(...world.simulate(key.fold("x"), theta).map((x, t) => normalCdf((x - path[t]) / 0.1)));
  }
  for (const sample of samples) expect(uniformDistance(sample)).toBeLessThan(uniformTolerance(sample.length, 1e-9));
});

test("the prior density is that of a bivariate normal law", () => {
  const at = (logRate: number, logCapacity: number): number => world.prior.logProb!({ logRate, logCapacity });
  const centre = at(Math.log(0.3), Math.log(1000));
  expect(centre).toBeCloseTo(-Math.log(2 * Math.PI * 0.15 * 0.7 * 0.6), 12);
  // −½ (u² − 2ρuv + v²)/(1 − ρ²) at u = 1, v = 2, ρ = −.8
  expect(at(Math.log(0.3) + 0.15, Math.log(1000) + 1.4) - centre).toBeCloseTo(-0.5 * ((1 + 3.2 + 4) / 0.36), 10);
});

test("two capacities can hardly be told apart: .131 σ between the paths of TASKS", () => {
  const [p, q] = [[0.3, 500], [0.298, 2000]].map(([r, K]) => world.path({ logRate: Math.log(r), logCapacity: Math.log(K) }));
  const distance = Math.hypot(...p.map((value, i) => (value - q[i]) / 0.1));
  expect(Math.abs(distance - 0.131)).toBeLessThan(5e-4);
});

test("bad input is named", () => {
  expect(() => world.posterior([1])).toThrow(new RangeError("x must hold 10 numbers, got 1"));
  expect(() => world.bayesPredictor(new Array<number>(10).fill(Infinity))).toThrow(new RangeError("x must hold finite numbers, got Infinity"));
  expect(() => world.simulate(Key.root(0), { logRate: NaN, logCapacity: 7 })).toThrow(new RangeError("theta must hold finite numbers, got NaN"));
  expect(() => world.prior.logProb!({ logRate: 0, logCapacity: Infinity })).toThrow(new RangeError("theta must hold finite numbers, got Infinity"));
});
