import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Key } from "../../../src/random/key.js";
import { betaBinomial } from "../../../src/simulators/conjugate/betaBinomial.js";
import { betaCdf } from "../../../src/simulators/conjugate/betaCdf.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { trapezoid } from "./trapezoid.js";
import { uniformDistance, uniformTolerance } from "./uniformDistance.js";

const golden = loadFixture(
  "beta-binomial",
  z.object({
    x: z.array(z.number()),
    p_x: z.array(z.number()),
    prob_theta_above_half: z.array(z.number()),
    quantile_levels: z.array(z.number()),
    quantiles: z.array(z.array(z.number())),
  }),
).values;

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
/** ∫₀¹ f(θ) dθ, with θ = 1/(1 + e^{−s}). */
const integrate = (f: (theta: number) => number): number =>
  trapezoid((s) => {
    const theta = 1 / (1 + Math.exp(-s));
    return f(theta) * theta * (1 - theta);
  }, -36, 36);

describe("golden numbers", () => {
  const world = betaBinomial();

  test("marginal and P(θ > ½ | x)", () => {
    for (const x of golden.x) {
      expect(world.marginal[x]).toBeCloseTo(golden.p_x[x], 14);
      expect(world.probabilityAboveHalf(x)).toBeCloseTo(golden.prob_theta_above_half[x], 15);
    }
  });

  test("posterior quantiles", () => {
    for (const x of golden.x) {
      golden.quantile_levels.forEach((level, i) => {
        expect(world.posteriorQuantile(x, level)).toBeCloseTo(golden.quantiles[x][i], 12);
      });
    }
  });

  test("the Bayes cross entropy is .3548 nats, the entropy of the golden probabilities", () => {
    const entropy = golden.prob_theta_above_half.map((p) => -p * Math.log(p) - (1 - p) * Math.log(1 - p));
    expect(world.bayesCrossEntropy).toBeCloseTo(entropy.reduce((sum, h, x) => sum + golden.p_x[x] * h, 0), 13);
    expect(world.bayesCrossEntropy).toBeCloseTo(0.3548, 4);
  });
});

describe.each([{}, { a: 1, b: 1, trials: 4 }, { a: 5, b: 2, trials: 7 }])("quadrature %o", (options) => {
  const world = betaBinomial(options);
  const { trials = 10 } = options;
  const prior = (theta: number): number => Math.exp(world.prior.logProb!(theta));

  test("the prior density is normalised, and −∞ outside [0, 1]", () => {
    expect(integrate(prior)).toBeCloseTo(1, 11);
    expect([-0.1, 1.1].map((theta) => world.prior.logProb!(theta))).toEqual([-Infinity, -Infinity]);
  });

  test("marginal, posterior and its distribution function are those of prior times likelihood", () => {
    for (let x = 0; x <= trials; x++) {
      const joint = (theta: number): number =>
        prior(theta) * choose(trials, x) * theta ** x * (1 - theta) ** (trials - x);
      const evidence = integrate(joint);
      expect(world.marginal[x]).toBeCloseTo(evidence, 11);
      const { a, b } = world.posterior(x);
      expect(a / (a + b)).toBeCloseTo(integrate((t) => t * joint(t)) / evidence, 10);
      expect((a * b) / ((a + b) ** 2 * (a + b + 1))).toBeCloseTo(
        integrate((t) => t * t * joint(t)) / evidence - (a / (a + b)) ** 2,
        10,
      );
      // θ = q t brings [0, q] to [0, 1].
      for (const q of [0.2, 0.5]) {
        expect(world.posteriorCdf(x, q)).toBeCloseTo((q * integrate((t) => joint(q * t))) / evidence, 10);
      }
      expect(world.probabilityAboveHalf(x) + world.posteriorCdf(x, 0.5)).toBeCloseTo(1, 14);
    }
  });

  /** F(θ) and F(θ | x) are uniform over the joint law; ten seeds pooled, at 1e-10 each: false alarm ≤ 2e-10. */
  test("simulation agrees with prior and posterior", () => {
    const n = 100_000;
    const { a = 2, b = 3 } = options as { a?: number; b?: number };
    const draws = Array.from({ length: n }, (_, i) => {
      const key = Key.root(i % 10).fold(i);
      const theta = world.prior.sample(key.fold("theta"));
      return [betaCdf(theta, a, b), world.posteriorCdf(world.simulate(key.fold("x"), theta), theta)] as const;
    });
    expect(uniformDistance(draws.map(([u]) => u))).toBeLessThan(uniformTolerance(n, 1e-10));
    expect(uniformDistance(draws.map(([, u]) => u))).toBeLessThan(uniformTolerance(n, 1e-10));
  });
});

describe("bad input", () => {
  test.each([
    [{ a: 1.5 }, "a must be an integer >= 1, got 1.5"],
    [{ b: 0 }, "b must be an integer >= 1, got 0"],
    [{ trials: NaN }, "trials must be an integer >= 1, got NaN"],
    [{ trials: 999 }, "a + trials and b + trials must be <= 1000, got 1001 and 1002"],
  ])("%o is refused", (options, message) => {
    expect(() => betaBinomial(options)).toThrow(new RangeError(message));
  });

  test("members refuse what is not an outcome or a probability", () => {
    const world = betaBinomial();
    for (const x of [-1, 11, 0.5, NaN]) {
      expect(() => world.posterior(x)).toThrow(new RangeError(`x must be an integer in [0, 10], got ${x}`));
      expect(() => world.features(x)).toThrow(RangeError);
    }
    expect(() => world.simulate(Key.root(0), NaN)).toThrow(new RangeError("theta must lie in [0, 1], got NaN"));
    expect(() => world.prior.logProb!(NaN)).toThrow(new RangeError("theta must be a number, got NaN"));
    expect(() => world.posteriorQuantile(3, 2)).toThrow(new RangeError("level must lie in [0, 1], got 2"));
  });
});
