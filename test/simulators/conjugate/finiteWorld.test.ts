import { describe, expect, test } from "vitest";
import { z } from "zod";
import { finiteWorld } from "../../../src/simulators/conjugate/finiteWorld.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";

const vector = z.array(z.number());
const golden = loadFixture(
  "finite-world",
  z.object({
    p_theta: vector,
    T: vector,
    p_x: vector,
    posterior_theta_given_x: z.array(vector),
    bayes_mean: vector,
    bayes_risk: z.number(),
    bayes_cross_entropy_state: z.number(),
    prior_variance: z.number(),
  }),
).values;
const outcomes = Array.from({ length: 32 }, (_, x) => x);

describe("golden numbers", () => {
  const world = finiteWorld();
  const { cubic } = world.targets;

  test("marginal, posterior and Bayes mean of every outcome", () => {
    for (const x of outcomes) {
      expect(world.marginal[x]).toBeCloseTo(golden.p_x[x], 14);
      world.posterior(x).forEach((p, state) => expect(p).toBeCloseTo(golden.posterior_theta_given_x[x][state], 13));
      expect(cubic.bayesPredictor(x)).toBeCloseTo(golden.bayes_mean[x], 13);
    }
  });

  test("Bayes risk, prior variance and cross entropy", () => {
    expect(cubic.bayesRisk).toBeCloseTo(golden.bayes_risk, 13);
    expect(world.bayesCrossEntropy).toBeCloseTo(golden.bayes_cross_entropy_state, 13);
    const mean = golden.p_theta.reduce((sum, p, state) => sum + p * cubic.target(state), 0);
    const variance = golden.p_theta.reduce((sum, p, state) => sum + p * (cubic.target(state) - mean) ** 2, 0);
    expect(variance).toBeCloseTo(golden.prior_variance, 13);
  });

  test("T is its formula", () => {
    const bumps = [0, 0.3, 0, -0.3, 0.3, 0, -0.3, 0];
    bumps.forEach((bump, state) => expect(cubic.target(state)).toBeCloseTo((-1 + (2 * state) / 7) ** 3 + bump, 14));
  });
});

describe("the collinear target", () => {
  const { posterior, targets } = finiteWorld();
  const { cubic, collinear } = targets;

  test("has one Bayes prediction for two outcomes whose posteriors differ", () => {
    expect(collinear.bayesPredictor(14)).toBeCloseTo(collinear.bayesPredictor(22), 13);
    expect(Math.abs(cubic.bayesPredictor(14) - cubic.bayesPredictor(22))).toBeGreaterThan(0.1);
    const distance = posterior(14).reduce((sum, p, state) => sum + Math.abs(p - posterior(22)[state]) / 2, 0);
    expect(distance).toBeGreaterThan(0.2);
  });

  test("is the projection of T: the change is parallel to the difference of the posteriors", () => {
    const delta = posterior(14).map((p, state) => p - posterior(22)[state]);
    const ratios = delta.map((d, state) => (cubic.target(state) - collinear.target(state)) / d);
    ratios.forEach((ratio) => expect(ratio).toBeCloseTo(ratios[0], 9));
  });
});

describe("another prior", () => {
  const uniform = finiteWorld({ prior: new Array<number>(8).fill(1 / 8) });
  const frozen = finiteWorld();

  test("keeps likelihood and targets, and moves the predictors", () => {
    expect(uniform.tables.likelihood).toEqual(frozen.tables.likelihood);
    for (const name of ["cubic", "collinear"] as const) {
      for (let state = 0; state < 8; state++) {
        expect(uniform.targets[name].target(state)).toBe(frozen.targets[name].target(state));
      }
      expect(uniform.targets[name].bayesPredictor(0)).not.toBeCloseTo(frozen.targets[name].bayesPredictor(0), 3);
    }
    expect(uniform.id).not.toBe(frozen.id);
  });

  test("the uniform one costs .075 in half squared distance to the right posterior", () => {
    const cost = outcomes.reduce((sum, x) => {
      const [p, q] = [frozen.posterior(x), uniform.posterior(x)];
      return sum + 0.5 * frozen.marginal[x] * p.reduce((s, value, state) => s + (value - q[state]) ** 2, 0);
    }, 0);
    expect(cost).toBeCloseTo(0.075, 3);
  });

  test("must have 8 probabilities", () => {
    expect(() => finiteWorld({ prior: [0.5, 0.5] })).toThrow(new RangeError("prior must hold 8 numbers, got 2"));
  });
});
