import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Key } from "../../../src/random/key.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { negativeBinomialErrors } from "../../../src/simulators/mechanisms/negativeBinomialErrors.js";
import { logGammaFunction } from "../../../src/statistics/logGammaFunction.js";
import { numericalScore, whitenedScore } from "./numericalScore.js";

const logProbability = (x: number, mean: number, k: number): number =>
  logGammaFunction(x + k) - logGammaFunction(k) - logGammaFunction(x + 1) + k * Math.log(k / (k + mean)) + x * Math.log(mean / (k + mean));

describe.each([0.5, 1, 10, 400])("k = %d", (k) => {
  const law = negativeBinomialErrors({ dispersion: k });

  test("probabilities of small and large counts", () => {
    for (const x of [0, 1, 2, 17, 255, 256, 257, 1000, 1e5]) {
      for (const mean of [0.01, 1, 30, 900, 1e5]) {
        const exact = logProbability(x, mean, k);
        // logGammaFunction and the large terms of the direct formula are good to 1e-13 of their size.
        const size = 1 + logGammaFunction(x + k + 2) + x * Math.abs(Math.log(mean / (k + mean)));
        expect(Math.abs(law.logLikelihood([x], [mean], 1) - exact)).toBeLessThan(1e-12 * size);
      }
    }
  });

  test("probabilities sum to one", () => {
    let sum = 0;
    for (let x = 0; x < 4000; x++) sum += Math.exp(law.logLikelihood([x], [20], 1));
    expect(sum).toBeCloseTo(1, 12);
  });

  test("whitening gives the score", () => {
    const [x, path] = [[0, 3, 40, 2], [0.5, 5, 30, 100]];
    const exact = numericalScore(law, x, path, 1);
    whitenedScore(law, x, path, 1).forEach((value, i) => expect(value).toBeCloseTo(exact[i], 7));
  });

  /** Ten seeds; mean and variance of N draws of mean 8, at 7 standard errors (that of the variance from E(x − μ)⁴): p < 1e-10. */
  test("draws have mean μ and variance μ + μ²/k", () => {
    const N = 40_000;
    const variance = 8 + 64 / k;
    let fourth = 0;
    for (let x = 0; x < 4000; x++) fourth += (x - 8) ** 4 * Math.exp(law.logLikelihood([x], [8], 1));
    const path = new Float64Array(N / 10).fill(8);
    const draws = Array.from({ length: 10 }, (_, seed) => law.sample(Key.root(seed).stream(), path, 1)).flat();
    expect(Math.abs(draws.reduce((sum, x) => sum + x - 8, 0) / N)).toBeLessThan(7 * Math.sqrt(variance / N));
    const spread = draws.reduce((sum, x) => sum + (x - 8) ** 2, 0) / N;
    expect(Math.abs(spread - variance)).toBeLessThan(7 * Math.sqrt((fourth - variance ** 2) / N));
  });
});

const numbers = z.array(z.number());
const row = z.object({ mechanism: z.string(), reporting: z.number(), k: z.number(), daily_incidence: numbers, counts: numbers, log_likelihood: z.number() });
const { rows } = loadFixture("epidemic", z.object({ rows: z.array(row) }), new URL("../../../fixtures/", import.meta.url)).values;

test.each(rows)("golden log-likelihood of $mechanism", ({ reporting, k, daily_incidence, counts, log_likelihood }) => {
  const law = negativeBinomialErrors({ dispersion: k });
  expect(law.logLikelihood(counts, daily_incidence.map((mean) => reporting * mean), 1)).toBeCloseTo(log_likelihood, 9);
});

test("a mean of zero is a very small one", () => {
  const law = negativeBinomialErrors({ dispersion: 10 });
  expect(law.logLikelihood([0], [0], 1)).toBeCloseTo(0, 9);
  expect(law.logLikelihood([1], [0], 1)).toBeCloseTo(Math.log(1e-10), 9);
  const vector = new Float64Array([1]);
  law.whiten([0], [vector]);
  expect(vector[0]).toBeCloseTo(1e5, 3);
  expect(law.sample(Key.root(0).stream(), [0, 0], 1)).toEqual([0, 0]);
  expect(law.logLikelihood([1], [NaN], 1)).toBeNaN();
});

test("refuses bad input", () => {
  for (const k of [0, -1, NaN, 1e7]) {
    expect(() => negativeBinomialErrors({ dispersion: k })).toThrow(new RangeError(`dispersion must be in [1e-3, 1e6], got ${k}`));
  }
  const { requireData } = negativeBinomialErrors({ dispersion: 10 });
  expect(requireData([0, 3])).toEqual([0, 3]);
  for (const bad of [-1, 0.5, NaN, Infinity]) {
    expect(() => requireData([1, bad])).toThrow(new RangeError(`x must hold integers ≥ 0, got ${bad}`));
  }
});
