import { expect, test } from "vitest";
import { priorMean } from "../../../src/models/baselines/priorMean.js";
import { Key } from "../../../src/random/key.js";
import { linearProblem } from "./targetProblem.js";

const key = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("prior mean");

/** The mean of n draws of N(2, 5) strays by 6 standard errors with probability 2e-9. */
test("it is the mean of the target, whatever x is", () => {
  const simulations = 20_000;
  const { estimate, id } = priorMean(linearProblem, { simulations, key });
  expect(Math.abs(estimate([1, 2, 7]) - 2)).toBeLessThan(6 * Math.sqrt(5 / simulations));
  expect(estimate(undefined)).toBe(estimate([0, 0, 7]));
  expect(id).toBe(`prior-mean(two-causes, simulations=20000, key=${String(key)})`);
});

test("it is the mean of exactly these draws", () => {
  const draws = [0, 1, 2].map((i) => linearProblem.target(linearProblem.simulator.prior.sample(key.fold(i).fold("theta"))));
  expect(priorMean(linearProblem, { simulations: 3, key }).estimate(0)).toBeCloseTo((draws[0] + draws[1] + draws[2]) / 3, 12);
});

test("bad input", () => {
  expect(() => priorMean(linearProblem, { simulations: 0, key })).toThrow("simulations must be an integer ≥ 1, got 0");
  expect(() => priorMean({ ...linearProblem, target: () => NaN }, { simulations: 2, key })).toThrow(/^target must be finite/);
});
