import { describe, expect, test } from "vitest";
import { bayesRule } from "../../../src/models/baselines/bayesRule.js";
import { importanceGuard } from "../../../src/models/oracles/importanceGuard.js";
import { importanceOracle } from "../../../src/models/oracles/importanceOracle.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";
import { logEvidenceOfLine, posteriorOfLines } from "./posteriorOfLines.js";

const world = mechanismWorld({ id: "lines", skeletons: lineSkeletons, errors: gaussianErrors({ scale: 0.6 }) });
const options = { draws: 500, key: Key.root(0) };
const oracle = importanceOracle(world, options);
const series = Array.from({ length: 20 }, (_, i) => simulatePair(world, Key.root(i % 10).fold(i)).x);
const reports = series.map(oracle.evaluate);

/**
 * A relative error of e in every evidence moves the probabilities by at most e/2 in total variation; two replicates with
 * least ESS n have e ≤ 1/√(2n) standard deviations each: seven of them.
 */
test("probabilities are those of quadrature", () => {
  series.forEach((x, i) => {
    const exact = posteriorOfLines(x, 0.6);
    const tv = reports[i].probabilities.reduce((sum, p, m) => sum + Math.abs(p - exact[m]), 0) / 2;
    const { ess } = reports[i];
    expect(tv).toBeLessThan(3.5 * Math.max(...ess.map((n, m) => (exact[m] > 1e-6 ? 1 / Math.sqrt(2 * n) : 0))));
    expect(Math.abs(reports[i].logEvidence[2] - logEvidenceOfLine(x, 2, world.errors))).toBeLessThan(7 / Math.sqrt(2 * ess[2]));
  });
  expect(importanceGuard(reports).passes).toBe(true);
});

test("a report", () => {
  const { select, probabilities } = bayesRule(oracle);
  series.slice(0, 5).forEach((x, i) => {
    const report = reports[i];
    expect(oracle.evaluate(x)).toEqual(report);
    expect(probabilities!(x)).toEqual(report.probabilities);
    expect(select(x)).toBe(report.probabilities.indexOf(Math.max(...report.probabilities)));
    expect(report.tv).toBeGreaterThan(0);
    expect(report.ess.every((n) => n >= 1 && n <= 500)).toBe(true);
  });
  expect(oracle.id).toBe(`importance(lines, draws=500, replicates=2, rounds=3, key=${String(options.key)})`);
});

describe("posterior draws", () => {
  const { parameters, path } = lineSkeletons[2];

  /** E[log(b/a) | x] by the midpoint rule; its estimate has a standard error near sd/√ess: seven of them. */
  test("have the posterior mean of a target", () => {
    const out = new Float64Array(6);
    for (const x of series.slice(0, 5)) {
      const cells = Array.from({ length: 160 ** 2 }, (_, cell) => {
        const theta = [cell % 160, Math.floor(cell / 160)].map((at, j) => parameters[j].lower * 8 ** ((at + 0.5) / 160));
        path(theta, out);
        return { target: Math.log(theta[1] / theta[0]), log: world.errors.logLikelihood(x, out, 1) };
      });
      const top = cells.reduce((most, { log }) => Math.max(most, log), -Infinity);
      const moment = (k: number): number => cells.reduce((sum, { target, log }) => sum + target ** k * Math.exp(log - top), 0);
      const mean = moment(1) / moment(0);
      const sd = Math.sqrt(moment(2) / moment(0) - mean ** 2);
      const { draws, weights, ess } = oracle.posterior(x, 2);
      const estimate = draws.reduce((sum, draw, i) => sum + weights[i] * Math.log(draw.parameters[1] / draw.parameters[0]), 0);
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
      expect(Math.abs(estimate - mean)).toBeLessThan((7 * sd) / Math.sqrt(ess));
    }
  });

  test("are mechanisms, with a scale where it is unknown, and lie in the boxes where they weigh", () => {
    const unknown = { ...world, errors: gaussianErrors({ scale: { name: "sigma", lower: 0.2, upper: 2 } }) };
    const { draws, weights } = importanceOracle(unknown, options).posterior(series[0], 1);
    expect(draws).toHaveLength(1000);
    draws.forEach(({ mechanism, parameters: [b], scale }, i) => {
      expect(mechanism).toBe(1);
      if (weights[i] > 0) expect([b >= 0.5 && b <= 4, scale! >= 0.2 && scale! <= 2]).toEqual([true, true]);
    });
    expect(oracle.posterior(series[0], 0).draws[0]).not.toHaveProperty("scale");
  });
});

test("different series and different keys have different randomness", () => {
  const [a, b] = [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1.000001]].map((x) => oracle.evaluate(x).logEvidence[2]);
  expect(Math.abs(a - b)).toBeGreaterThan(1e-4);
  expect(importanceOracle(world, { ...options, key: Key.root(1) }).evaluate(series[0])).not.toEqual(reports[0]);
});

test("refuses bad input", () => {
  expect(() => importanceOracle(world, { ...options, replicates: 1 })).toThrow(new RangeError("replicates must be an integer ≥ 2, got 1"));
  expect(() => importanceOracle(world, { ...options, starts: 0 })).toThrow("must be an integer ≥ 1, got 0");
  expect(() => importanceOracle(world, { ...options, draws: 1 })).toThrow("draws must be an integer ≥ 2, got 1");
  expect(() => oracle.evaluate([1])).toThrow(new RangeError("x must hold 6 numbers, got 1"));
  expect(() => oracle.evaluate([1, 1, 1, 1, 1, NaN])).toThrow(new RangeError("x must hold finite numbers, got NaN"));
  expect(() => oracle.posterior(series[0], 3)).toThrow(new RangeError("mechanism must be an integer in [0, 3), got 3"));
});
