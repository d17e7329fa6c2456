import { describe, expect, test } from "vitest";
import { calibrateThresholds } from "../../../src/models/baselines/calibrateThresholds.js";
import { likelihoodRatioTest } from "../../../src/models/baselines/likelihoodRatioTest.js";
import { trendLikelihoods } from "../../../src/models/baselines/trendLikelihoods.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { linearTrend, type Trend } from "../../../src/simulators/conjugate/linearTrend.js";
import { errorOn, exactError, type TrendCase } from "./trendErrors.js";

const trendProblem = (sigma: number, classes: 2 | 3, noise: number | "estimated" = sigma) => {
  const simulator = linearTrend({ sigma, classes });
  return { simulator, mechanism: (theta: Trend) => theta.mechanism, likelihoods: trendLikelihoods(simulator, noise) };
};
const casesOf = ({ simulator }: ReturnType<typeof trendProblem>, n: number, key: Key): TrendCase[] =>
  Array.from({ length: n }, (_, i) => {
    const { theta, x } = simulatePair(simulator, key.fold(i));
    return { truth: theta.mechanism, x };
  });
const GRID = Array.from({ length: 40 }, (_, i) => 0.4 * i);

describe("calibrateThresholds", () => {
  test("two mechanisms: no threshold makes fewer errors on the simulated cases", () => {
    for (const noise of [0.2, "estimated"] as const) {
      const problem = trendProblem(0.2, 2, noise);
      const key = Key.root(7);
      const cases = casesOf(problem, 300, key);
      const error = (c: number): number => errorOn(cases, likelihoodRatioTest(problem.likelihoods, [c]).select);
      const [best] = calibrateThresholds(problem, 300, key);
      for (const c of [...GRID, Math.log(20)]) expect(error(best)).toBeLessThanOrEqual(error(c));
    }
  });

  test("three mechanisms: each threshold is best given those before it", () => {
    const problem = trendProblem(0.5, 3);
    const key = Key.root(8);
    const cases = casesOf(problem, 300, key);
    const lower = cases.filter(({ truth }) => truth < 2);
    const error = (rows: TrendCase[], ...c: number[]): number =>
      errorOn(rows, likelihoodRatioTest(problem.likelihoods, c).select);
    const [first, second] = calibrateThresholds(problem, 300, key);
    for (const c of GRID) {
      expect(error(cases, first, second)).toBeLessThanOrEqual(error(cases, first, c));
      expect(error(lower, first, Infinity)).toBeLessThanOrEqual(error(lower, c, Infinity));
    }
  });

  /**
   * With n cases every empirical error is within ε of the exact one but for probability 4e-10 a seed: Dvoretzky–
   * Kiefer–Wolfowitz at 1e-10 for either class's law of Λ and Hoeffding at 2e-10 for the share of a class. The
   * chosen threshold then loses at most 2ε. Ten seeds: false alarm ≤ 4e-9. Choosing always the same loses .47 more.
   */
  test("two mechanisms: the exact error is near the least possible", () => {
    const n = 3000;
    const problem = trendProblem(0.05, 2);
    const least = Math.min(...GRID.map((c) => exactError(0.05, c, "known")));
    for (let seed = 0; seed < 10; seed++) {
      const [c] = calibrateThresholds(problem, n, Key.root(seed));
      const share = Math.sqrt(Math.log(2 / 2e-10) / (2 * n));
      const law = Math.sqrt(Math.log(2 / 1e-10) / (2 * n * (0.5 - share)));
      expect(exactError(0.05, Math.max(0, c), "known") - least).toBeLessThan(2 * (share + law));
    }
  });

  test("a mechanism that explains nothing is never chosen, one that explains all always is", () => {
    const problem = trendProblem(0.5, 3);
    const only = (truth: number) => calibrateThresholds({ ...problem, mechanism: () => truth }, 100, Key.root(3));
    expect(only(0)).toEqual([Infinity, Infinity]);
    expect(only(1)[1]).toBe(Infinity);
    const always = likelihoodRatioTest(problem.likelihoods, only(2)).select;
    expect(errorOn(casesOf(problem, 100, Key.root(3)).map(({ x }) => ({ truth: 2, x })), always)).toBe(0);
  });

  test("equal keys give equal thresholds, other keys others", () => {
    const problem = trendProblem(0.5, 3);
    const thresholds = calibrateThresholds(problem, 500, Key.root(1));
    expect(calibrateThresholds(problem, 500, Key.root(1))).toEqual(thresholds);
    expect(calibrateThresholds(problem, 500, Key.root(2))).not.toEqual(thresholds);
    expect(thresholds).toHaveLength(2);
  });

  test("refuses bad input", () => {
    const problem = trendProblem(0.5, 2);
    for (const n of [0, 1.5, NaN]) {
      const error = new RangeError(`simulations must be an integer ≥ 1, got ${n}`);
      expect(() => calibrateThresholds(problem, n, Key.root(0))).toThrow(error);
    }
    for (const index of [2, -1, NaN]) {
      const wrong = { ...problem, mechanism: () => index };
      const error = new RangeError(`mechanism must be an integer in [0, 2), got ${index}`);
      expect(() => calibrateThresholds(wrong, 10, Key.root(0))).toThrow(error);
    }
  });
});
