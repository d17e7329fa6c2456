import { describe, expect, test } from "vitest";
import { z } from "zod";
import { bayesRule } from "../../../src/models/baselines/bayesRule.js";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { meanTolerance } from "../../simulators/conjugate/meanTolerance.js";
import { errorOn, trendCases } from "./trendErrors.js";

const golden = loadFixture(
  "linear-trend",
  z.object({ bayes_error_two_class: z.record(z.string(), z.object({ error: z.number(), standard_error: z.number() })) }),
).values.bayes_error_two_class;

describe("bayesRule", () => {
  /**
   * Bernstein at 1e-10 on n cases of ten seeds, and 6.5 standard errors of the golden number (8e-11); four σ: false
   * alarm ≤ 8e-10.
   */
  test.each(Object.entries(golden))("makes the golden error at σ = %s", (sigma, { error, standard_error }) => {
    const n = 8000;
    const world = linearTrend({ sigma: Number(sigma) });
    const measured = errorOn(trendCases(world, n / 10), bayesRule(world).select);
    expect(Math.abs(measured - error)).toBeLessThan(meanTolerance(error, n, 1e-10) + 6.5 * standard_error);
  });

  test("the first of the most probable mechanisms", () => {
    const fixed = (...p: number[]) => bayesRule({ id: "w", posteriorProbabilities: () => p });
    expect(fixed(0.2, 0.4, 0.4).select(null)).toBe(1);
    expect(fixed(0.2, 0.8).probabilities!(null)).toEqual([0.2, 0.8]);
    expect(fixed(1).id).toBe("bayes(w)");
  });

  test("refuses what is no probability", () => {
    for (const p of [NaN, -0.1, 1.1]) {
      const { select } = bayesRule({ id: "w", posteriorProbabilities: () => [0.5, p] });
      expect(() => select(null)).toThrow(new RangeError(`a posterior probability must be in [0, 1], got ${p}`));
    }
  });
});
