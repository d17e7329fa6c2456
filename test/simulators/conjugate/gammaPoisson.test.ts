import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { gammaPoisson } from "../../../src/simulators/conjugate/gammaPoisson.js";
import { trapezoid } from "./trapezoid.js";
import { uniformDistance, uniformTolerance } from "./uniformDistance.js";

const worlds = [
  { counts: 1 },
  { counts: 5 },
  { counts: 1, shape: 3 },
  { counts: 3, shape: 1.5, rate: 0.5 },
];

const logFactorial = (n: number): number => {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
};
/** ∫₀^∞ f(λ) dλ, with λ = e^s. */
const integrate = (f: (lambda: number) => number): number =>
  trapezoid((s) => f(Math.exp(s)) * Math.exp(s), -40, 7);
const likelihood = (x: readonly number[], lambda: number): number =>
  Math.exp(x.reduce((sum, k) => sum + k * Math.log(lambda) - lambda - logFactorial(k), 0));

describe("prior", () => {
  test.each(worlds)("is normalised with mean a/b: %o", (options) => {
    const { prior } = gammaPoisson(options);
    const density = (lambda: number): number => Math.exp(prior.logProb!(lambda));
    const { shape = 2, rate = 1 } = options;
    expect(integrate(density)).toBeCloseTo(1, 7);
    expect(integrate((l) => l * density(l))).toBeCloseTo(shape / rate, 7);
  });

  test("has log-density −∞ outside its support", () => {
    expect(gammaPoisson({ counts: 1 }).prior.logProb!(-1)).toBe(-Infinity);
  });
});

describe("posterior", () => {
  const cases = worlds.flatMap((options) => {
    const full = (value: number): number[] => Array.from({ length: options.counts }, (_, i) => value * (i + 1));
    return [full(0), full(1), full(4)].map((x) => ({ options, x }));
  });

  test.each(cases)("equals normalised prior times likelihood: $options $x", ({ options, x }) => {
    const world = gammaPoisson(options);
    const joint = (lambda: number): number => Math.exp(world.prior.logProb!(lambda)) * likelihood(x, lambda);
    const evidence = integrate(joint);
    const mean = integrate((l) => l * joint(l)) / evidence;
    const square = integrate((l) => l * l * joint(l)) / evidence;
    const { shape, rate } = world.posterior(x);
    expect(world.posteriorMean(x) / mean).toBeCloseTo(1, 6);
    expect(shape / rate / mean).toBeCloseTo(1, 6);
    expect(shape / rate ** 2 / (square - mean ** 2)).toBeCloseTo(1, 6);
  });
});

describe("Bayes risk", () => {
  test("is 2/(1 + m) by default", () => {
    expect(gammaPoisson({ counts: 1 }).bayesRisk).toBe(1);
    expect(gammaPoisson({ counts: 5 }).bayesRisk).toBeCloseTo(1 / 3, 15);
  });

  test.each(worlds)("is the posterior variance summed over counts: %o", (options) => {
    const world = gammaPoisson(options);
    const { shape = 2, rate = 1, counts } = options;
    // Σx is negative binomial: p(s+1)/p(s) = (a+s)/(s+1) · m/(b+m).
    let p = (rate / (rate + counts)) ** shape;
    let risk = 0;
    let mass = 0;
    for (let s = 0; s < 2000; s++) {
      const x = [s, ...Array.from({ length: counts - 1 }, () => 0)];
      const law = world.posterior(x);
      risk += (p * law.shape) / law.rate ** 2;
      mass += p;
      p *= ((shape + s) / (s + 1)) * (counts / (rate + counts));
    }
    expect(mass).toBeCloseTo(1, 12);
    expect(world.bayesRisk).toBeCloseTo(risk, 12);
  });
});

describe("simulation", () => {
  /** Gamma(k, b) cdf for an integer k: 1 − P(Poisson(bλ) < k). */
  const erlangCdf = (lambda: number, k: number, b: number): number => {
    let term = Math.exp(-b * lambda);
    let below = 0;
    for (let j = 0; j < k; j++) {
      below += term;
      term *= (b * lambda) / (j + 1);
    }
    return 1 - below;
  };

  /** F(λ | x) is uniform over the joint law; ten seeds pooled: false alarm ≤ 1e-10 per world. */
  test.each([{ counts: 1 }, { counts: 5 }, { counts: 1, shape: 3 }])("agrees with the posterior: %o", (options) => {
    const world = gammaPoisson(options);
    const n = 50_000;
    const ranks = Array.from({ length: n }, (_, i) => {
      const key = Key.root(i % 10).fold(i);
      const lambda = world.prior.sample(key.fold("theta"));
      const law = world.posterior(world.simulate(key.fold("x"), lambda));
      return erlangCdf(lambda, law.shape, law.rate);
    });
    expect(uniformDistance(ranks)).toBeLessThan(uniformTolerance(n, 1e-10));
  });
});

describe("bad input", () => {
  test.each([
    [{ counts: 0 }, "counts must be an integer >= 1, got 0"],
    [{ counts: 1.5 }, "counts must be an integer >= 1, got 1.5"],
    [{ counts: NaN }, "counts must be an integer >= 1, got NaN"],
    [{ counts: 1, shape: 0 }, "shape must be finite and > 0, got 0"],
    [{ counts: 1, rate: NaN }, "rate must be finite and > 0, got NaN"],
  ])("%o is refused", (options, message) => {
    expect(() => gammaPoisson(options)).toThrow(new RangeError(message));
  });

  test("members refuse what is not an observation or a rate", () => {
    const world = gammaPoisson({ counts: 2 });
    expect(() => world.posterior([1])).toThrow("x must hold 2 counts, got 1");
    expect(() => world.posteriorMean([1, NaN])).toThrow("x must hold integers >= 0, got NaN");
    expect(() => world.posteriorMean([1, -1])).toThrow("x must hold integers >= 0, got -1");
    expect(() => world.simulate(Key.root(0), NaN)).toThrow("lambda must be finite and >= 0, got NaN");
  });
});
