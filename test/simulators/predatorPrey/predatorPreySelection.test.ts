import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { predatorPreySelection } from "../../../src/simulators/predatorPrey/predatorPreySelection.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { uniformDistance, uniformTolerance } from "../conjugate/uniformDistance.js";

const world = predatorPreySelection();

test("boxes of the task", () => {
  const common = [["r", 0.5, 1.5], ["K", 8, 30], ["a", 0.2, 0.8], ["d", 0.2, 0.6]];
  const boxes = world.skeletons.map(({ parameters }) => parameters.map(({ name, lower, upper }) => [name, lower, upper]));
  expect(boxes).toEqual([common, [...common, ["h", 0.2, 1]]]);
  expect(world.errors.scale).toMatchObject({ lower: 0.2, upper: 0.6 });
});

/** Residuals over σ are independent N(0, 1). Ten seeds pooled; KS at 1e-9. */
test("errors are lognormal, and the 40 numbers are log densities", () => {
  const residuals: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const key = Key.root(i % 10).fold(i);
    const theta = world.prior.sample(key.fold("theta"));
    const path = new Float64Array(40);
    world.skeletons[theta.mechanism].path(theta.parameters, path);
    world.simulate(key.fold("x"), theta).forEach((y, k) => residuals.push(normalCdf((y - path[k]) / theta.scale!)));
  }
  expect(residuals).toHaveLength(40_000);
  expect(uniformDistance(residuals)).toBeLessThan(uniformTolerance(residuals.length, 1e-9));
});
