import { expect, test } from "vitest";
import { linearRegression } from "../../../src/models/baselines/linearRegression.js";
import { Key } from "../../../src/random/key.js";
import { linearProblem } from "./targetProblem.js";

const key = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("regression");

/**
 * Of a normal law the regression is E[y | x] = .4 + 1.6 x₁ − .8 x₂. Its residual variance is (4 + 1)·.2 = 1 and that of a
 * feature 1.25, so at a distance d from the centre the fit has standard error √((1 + d²/1.25)/n): 7 of them with
 * probability below 1e-8 in all.
 */
test("it finds the linear Bayes predictor, and a constant feature does no harm", () => {
  const simulations = 20_000;
  const { estimate } = linearRegression(linearProblem, { simulations, key });
  for (const x of [[1, 0, 7], [3, 0, 7], [1, -2, 7], [0, 1, 7]]) {
    const d2 = (x[0] - 1) ** 2 + x[1] ** 2;
    expect(Math.abs(estimate(x) - (0.4 + 1.6 * x[0] - 0.8 * x[1]))).toBeLessThan(7 * Math.sqrt((1 + d2 / 1.25) / simulations));
  }
});

test("without noise it is exact, also with a feature given twice", () => {
  const { simulator, target } = linearProblem;
  const problem = { simulator: { ...simulator, simulate: (_: Key, { a, b }: { a: number; b: number }) => [a, b, b] }, features: (x: number[]) => x, target };
  const { estimate } = linearRegression(problem, { simulations: 50, key });
  expect(estimate([3, 1, 1])).toBeCloseTo(5, 6);
});

test("bad input", () => {
  const options = { simulations: 10, key };
  expect(() => linearRegression(linearProblem, { ...options, simulations: 1.5 })).toThrow("simulations must be an integer ≥ 1, got 1.5");
  expect(() => linearRegression({ ...linearProblem, features: () => [1] }, options)).toThrow(RangeError);
  const { estimate } = linearRegression(linearProblem, options);
  expect(() => estimate([1, 2])).toThrow(RangeError);
  expect(() => estimate([1, NaN, 7])).toThrow(RangeError);
});
