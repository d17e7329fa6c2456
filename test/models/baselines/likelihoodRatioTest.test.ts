import { describe, expect, test } from "vitest";
import { criterionSelection } from "../../../src/models/baselines/criterionSelection.js";
import { likelihoodRatioTest } from "../../../src/models/baselines/likelihoodRatioTest.js";
import { trendLikelihoods } from "../../../src/models/baselines/trendLikelihoods.js";
import { linearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import { trendCases } from "./trendErrors.js";

/** Λ_1 and Λ_2 are the data themselves. */
const identity = {
  id: "identity",
  observations: 1,
  parameters: [0, 1, 2],
  maximise: (x: readonly number[]) => [0, x[0] / 2, x[1] / 2],
};

describe("likelihoodRatioTest", () => {
  test("the largest excess over the threshold, the first mechanism having none", () => {
    const { id, select } = likelihoodRatioTest(identity, [4, 6]);
    expect(id).toBe("lrt(identity, thresholds=4,6)");
    expect([[3, 5], [5, 5], [5, 6.5], [5, 7.5], [3, 7]].map(select)).toEqual([0, 1, 1, 2, 2]);
    expect(likelihoodRatioTest(identity, [Infinity, 6]).select([100, 7])).toBe(2);
    expect(likelihoodRatioTest(identity, [-1, Infinity]).select([-0.5, 100])).toBe(1);
  });

  test("of equals the first mechanism", () => {
    const { select } = likelihoodRatioTest(identity, [4, 6]);
    expect([[4, 6], [5, 7]].map(select)).toEqual([0, 1]);
  });

  test.each([2, 3] as const)("thresholds 2i and i log n are AIC and BIC: %i mechanisms", (classes) => {
    const world = linearTrend({ sigma: 0.5, classes });
    for (const sigma of [0.5, "estimated"] as const) {
      const likelihoods = trendLikelihoods(world, sigma);
      const test = (step: number) => likelihoodRatioTest(likelihoods, [step, 2 * step].slice(0, classes - 1));
      for (const { x } of trendCases(world, 50)) {
        expect(test(2).select(x)).toBe(criterionSelection("aic", likelihoods).select(x));
        expect(test(Math.log(20)).select(x)).toBe(criterionSelection("bic", likelihoods).select(x));
      }
    }
  });

  test("refuses bad input", () => {
    for (const thresholds of [[1], [1, NaN], [-Infinity, 1]]) {
      const error = new RangeError(`thresholds must be 2 numbers or ∞, got [${thresholds.join(", ")}]`);
      expect(() => likelihoodRatioTest(identity, thresholds)).toThrow(error);
    }
    const { select } = likelihoodRatioTest(identity, [1, 2]);
    expect(() => select([NaN, 0])).toThrow(new RangeError("log-likelihoods must hold finite numbers, got NaN"));
  });
});
