import { expect, test } from "vitest";
import { posteriorMeanTarget } from "../../../src/models/baselines/posteriorMeanTarget.js";
import { importanceOracle } from "../../../src/models/oracles/importanceOracle.js";
import { Key } from "../../../src/random/key.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import type { Mechanism } from "../../../src/simulators/mechanisms/mechanismWorld.js";

const key = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("posterior mean");
const target = ({ parameters }: Mechanism): number => parameters[0];

/** x ~ N(θ, .5²), θ log-uniform on [1, 4]. */
const world = {
  id: "location",
  skeletons: [{ id: "constant", parameters: [{ name: "level", lower: 1, upper: 4 }], length: 1, path: (theta: ArrayLike<number>, out: Float64Array) => void (out[0] = theta[0]) }],
  errors: gaussianErrors({ scale: 0.5 }),
};

/** E[θ | x] by the midpoint rule in log θ. */
function exact(x: number): number {
  let [total, first] = [0, 0];
  for (let i = 0; i < 4000; i++) {
    const theta = 4 ** ((i + 0.5) / 4000);
    const weight = Math.exp(-0.5 * ((x - theta) / 0.5) ** 2);
    total += weight;
    first += weight * theta;
  }
  return first / total;
}

/**
 * The posterior standard deviation is below .5; with an effective sample size of at least 1,000 (asserted) the error has
 * a standard deviation below .016, and is above 7 of them with probability below 1e-8.
 */
test.each([1.1, 2, 3.7])("at x = %s it is the posterior mean", (x) => {
  const oracle = importanceOracle(world, { draws: 2000, key });
  expect(oracle.posterior([x], 0).ess).toBeGreaterThan(1000);
  expect(Math.abs(posteriorMeanTarget(oracle, target).estimate([x]) - exact(x))).toBeLessThan(7 * 0.016);
});

test("draws of weight 0 do not count", () => {
  const posterior = () => ({ draws: [1, 2, 3].map((value) => ({ mechanism: 0, parameters: [value] })), weights: [0.25, 0, 0.75], ess: 1.6 });
  const reciprocal = ({ parameters }: Mechanism): number => 1 / (parameters[0] - 2);
  const { estimate, id } = posteriorMeanTarget({ id: "table", posterior }, reciprocal);
  expect(estimate([0])).toBe(0.5);
  expect(id).toBe("posterior-mean(table)");
});

test("bad input", () => {
  const oracle = importanceOracle(world, { draws: 50, key });
  expect(() => posteriorMeanTarget(oracle, target).estimate([1, 2])).toThrow(RangeError);
  expect(() => posteriorMeanTarget(oracle, target).estimate([NaN])).toThrow(RangeError);
  expect(() => posteriorMeanTarget(oracle, () => NaN).estimate([2])).toThrow(/^target must have a finite posterior mean/);
});
