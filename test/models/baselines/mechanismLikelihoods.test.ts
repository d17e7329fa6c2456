import { describe, expect, test } from "vitest";
import { z } from "zod";
import { calibrateThresholds } from "../../../src/models/baselines/calibrateThresholds.js";
import { criterionSelection, type CriterionName } from "../../../src/models/baselines/criterionSelection.js";
import { likelihoodRatioTest } from "../../../src/models/baselines/likelihoodRatioTest.js";
import { mechanismLikelihoods } from "../../../src/models/baselines/mechanismLikelihoods.js";
import { aic, aicc, bic } from "../../../src/models/baselines/informationCriteria.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { epidemicSelection } from "../../../src/simulators/epidemic/epidemicSelection.js";
import { growthSelection } from "../../../src/simulators/growth/growthSelection.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { predatorPreySelection } from "../../../src/simulators/predatorPrey/predatorPreySelection.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";

const numbers = z.array(z.number());
const fitted = z.object({ parameters: numbers, rss: z.number(), max_log_likelihood: z.number(), aic: z.number(), aicc: z.number(), bic: z.number() });
const golden = loadFixture(
  "growth",
  z.object({ fits: z.array(z.object({ log_y: numbers, fits: z.record(z.string(), fitted) })) }),
  new URL("../../../fixtures/", import.meta.url),
).values.fits;

const growth = growthSelection("logistic-gompertz");

/** The golden fits leave σ free, so its box is wide here; parameters are good to 1.5e-4 standard errors, compared at 1e-3. */
describe("golden fits of growth curves", () => {
  const errors = gaussianErrors({ scale: { name: "sigma", lower: 1e-3, upper: 10 } });
  const rows = golden.flatMap(({ log_y, fits }, i) =>
    Object.entries(fits).map(([name, exact]) => ({ i, log_y, mechanism: name.startsWith("logistic") ? 0 : 1, wide: name.endsWith("wide"), exact })),
  );

  test.each(rows)("series $i, mechanism $mechanism, wide: $wide", ({ log_y, mechanism, wide, exact }) => {
    const fits = mechanismLikelihoods(growth, { support: wide ? { widenedBy: 10 } : "prior", errors });
    const { parameters, scale, logLikelihood } = fits.fit(log_y)[mechanism];
    expect(fits.parameters[mechanism]).toBe(4);
    const relative = (actual: number, expected: number): number => Math.abs(actual / expected - 1);
    expect(relative(20 * scale! ** 2, exact.rss)).toBeLessThan(1e-6);
    expect(relative(logLikelihood, exact.max_log_likelihood)).toBeLessThan(1e-6);
    expect(relative(aic(logLikelihood, 4), exact.aic)).toBeLessThan(1e-6);
    expect(relative(aicc(logLikelihood, 4, 20), exact.aicc)).toBeLessThan(1e-6);
    expect(relative(bic(logLikelihood, 4, 20), exact.bic)).toBeLessThan(1e-6);
    parameters.forEach((value, j) => expect(relative(value, exact.parameters[j])).toBeLessThan(1e-3));
  });
});

describe("the scale of the errors", () => {
  const x = golden[2].log_y;

  test("is confined to the support: Gompertz in the box would like .13 and gets .1", () => {
    const [, boxed] = mechanismLikelihoods(growth, { support: "prior" }).fit(x);
    expect(boxed.scale).toBeCloseTo(0.1, 12);
    const rss = golden[2].fits["gompertz/box"].rss;
    expect(boxed.logLikelihood).toBeCloseTo(-0.5 * (20 * Math.log(2 * Math.PI * 0.01) + rss / 0.01), 6);
    const [, wide] = mechanismLikelihoods(growth, { support: { widenedBy: 10 } }).fit(x);
    expect(wide.scale).toBeCloseTo(Math.sqrt(golden[2].fits["gompertz/wide"].rss / 20), 7);
  });

  test("counts among the parameters where it is fitted", () => {
    expect(mechanismLikelihoods(growth, { support: "prior" }).parameters).toEqual([4, 4]);
    expect(mechanismLikelihoods(growth, { support: "prior", errors: gaussianErrors({ scale: 0.05 }) }).parameters).toEqual([3, 3]);
    const epidemic = mechanismLikelihoods(epidemicSelection("wide"), { support: { widenedBy: 3 } });
    expect([epidemic.parameters, epidemic.observations]).toEqual([[4, 5, 6], 60]);
  });
});

/** Forward differences of 1e-6 leave errors of that order. */
test("without noise, the truth, and the least scale of the support", () => {
  for (const world of [growth, predatorPreySelection()]) {
    const fits = mechanismLikelihoods(world, { support: { widenedBy: 3 } });
    const path = new Float64Array(world.skeletons[0].length);
    for (let i = 0; i < 10; i++) {
      const theta = world.prior.sample(Key.root(i));
      const skeleton = world.skeletons[theta.mechanism];
      skeleton.path(theta.parameters, path);
      const { parameters, scale } = fits.fit([...path], [theta])[theta.mechanism];
      parameters.forEach((value, j) => expect(value / theta.parameters[j]).toBeCloseTo(1, 4));
      expect(scale).toBeCloseTo(world.errors.scale!.lower / 3, 12);
    }
  }
});

describe("errors that are wrong on purpose", () => {
  const world = growthSelection("autocorrelated");
  const white = gaussianErrors({ scale: world.errors.scale! });
  const right = mechanismLikelihoods(world, { support: { widenedBy: 10 } });
  const wrong = mechanismLikelihoods(world, { support: { widenedBy: 10 }, errors: white });

  test("give the likelihood of a world with these errors, under a name of its own", () => {
    const { x } = simulatePair(world, Key.root(0));
    const other = mechanismLikelihoods({ ...world, errors: white }, { support: { widenedBy: 10 } });
    expect(wrong.maximise(x)).toEqual(other.maximise(x));
    expect(wrong.maximise(x)).not.toEqual(right.maximise(x));
    expect(wrong.id).not.toBe(right.id);
    expect(wrong.parameters).toEqual(right.parameters);
  });

  test("the right law has the truth among its likelihoods: none is lower than log p(x | θ, σ)", () => {
    for (let seed = 0; seed < 10; seed++) {
      const { theta, x } = simulatePair(world, Key.root(seed));
      const path = new Float64Array(25);
      world.skeletons[theta.mechanism].path(theta.parameters, path);
      const truth = world.errors.logLikelihood(x, path, theta.scale!);
      for (const support of ["prior", { widenedBy: 10 }] as const) {
        expect(mechanismLikelihoods(world, { support }).maximise(x, [theta])[theta.mechanism]).toBeGreaterThanOrEqual(truth);
      }
    }
  });
});

describe("selection among three mechanisms", () => {
  const world = mechanismWorld({ id: "lines", skeletons: lineSkeletons, errors: gaussianErrors({ scale: { name: "sigma", lower: 0.1, upper: 1 } }) });
  const fits = mechanismLikelihoods(world, { support: { widenedBy: 10 }, starts: 3 });
  const cases = Array.from({ length: 200 }, (_, i) => simulatePair(world, Key.root(i % 10).fold(i)));
  const errorsOf = (select: (x: readonly number[]) => number): number => cases.filter(({ theta, x }) => select(x) !== theta.mechanism).length;

  test.each<CriterionName>(["aic", "aicc", "bic"])("%s on the fits, and on values fitted before", (criterion) => {
    const values = { ...fits, maximise: (known: readonly number[]) => [...known] };
    const rule = criterionSelection(criterion, fits);
    const late = criterionSelection(criterion, values);
    for (const { x } of cases.slice(0, 20)) expect(late.select(fits.maximise(x))).toBe(rule.select(x));
    expect(rule.id).toBe(`${criterion}(${fits.id})`);
  });

  test("the likelihood-ratio test with calibrated thresholds", () => {
    const problem = { simulator: world, mechanism: ({ mechanism }: { mechanism: number }) => mechanism, likelihoods: fits };
    const key = Key.root(4).fold("calibration");
    const thresholds = calibrateThresholds(problem, 400, key);
    expect(thresholds).toHaveLength(2);
    const rule = likelihoodRatioTest(fits, thresholds);
    const own = Array.from({ length: 400 }, (_, i) => simulatePair(world, key.fold(i)));
    const wrong = (select: (x: readonly number[]) => number): number => own.filter(({ theta, x }) => select(x) !== theta.mechanism).length;
    // The last threshold is best given the first: no worse than never choosing the line.
    expect(wrong(rule.select)).toBeLessThanOrEqual(wrong(likelihoodRatioTest(fits, [thresholds[0], Infinity]).select));
    expect(errorsOf(rule.select)).toBeLessThan(133); // a guess errs in 2/3 of 200 cases
  });
});

test("independent data do not know their order", () => {
  const reversed = lineSkeletons.map((skeleton) => ({
    ...skeleton,
    path: (theta: ArrayLike<number>, out: Float64Array) => {
      skeleton.path(theta, out);
      out.reverse();
    },
  }));
  const errors = gaussianErrors({ scale: { name: "sigma", lower: 0.1, upper: 1 } });
  const x = [2.1, 2.8, 4.3, 4.9, 6.2, 6.9];
  const [a, b] = [lineSkeletons, reversed].map((skeletons) => mechanismLikelihoods({ id: "w", skeletons, errors }, { support: "prior" }));
  const backwards = b.maximise(x.toReversed());
  a.maximise(x).forEach((value, i) => expect(backwards[i]).toBeCloseTo(value, 7));
});

test("refuses bad input", () => {
  const world = { id: "lines", skeletons: lineSkeletons, errors: gaussianErrors({ scale: 1 }) };
  const { maximise } = mechanismLikelihoods(world, { support: "prior" });
  const x = [1, 1, 1, 1, 1, 1];
  expect(() => maximise([1])).toThrow(new RangeError("x must hold 6 numbers, got 1"));
  expect(() => maximise([1, 1, 1, 1, 1, NaN])).toThrow(new RangeError("x must hold finite numbers, got NaN"));
  expect(() => maximise(x, [{ mechanism: 3, parameters: [1] }])).toThrow(new RangeError("mechanism must be an integer in [0, 3), got 3"));
  expect(() => maximise(x, [{ mechanism: 0, parameters: [-1] }])).toThrow(new RangeError("parameters of constant must be finite and > 0, got -1"));
  expect(() => maximise(x, [{ mechanism: 2, parameters: [1] }])).toThrow("must hold 2 numbers, got 1");
  expect(() => mechanismLikelihoods(world, { support: { widenedBy: 0 } })).toThrow("widenedBy must be finite and ≥ 1, got 0");
  expect(() => mechanismLikelihoods(world, { support: "box" as never })).toThrow('support must be "prior" or { widenedBy }, got box');
  expect(() => mechanismLikelihoods(world, { support: "prior", starts: 0 })).toThrow(new RangeError("starts must be an integer ≥ 1, got 0"));
});
