import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { growthSelection, type GrowthVariant } from "../../../src/simulators/growth/growthSelection.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { uniformDistance, uniformTolerance } from "../conjugate/uniformDistance.js";

const VARIANTS = [
  { variant: "logistic-gompertz", laws: ["logistic", "Gompertz"], count: 20, sigma: [0.02, 0.1], phi: 0 },
  { variant: "four", laws: ["exponential", "logistic", "Gompertz", "theta-logistic"], count: 15, sigma: [0.05, 0.4], phi: 0 },
  { variant: "autocorrelated", laws: ["exponential", "logistic", "Gompertz"], count: 25, sigma: [0.05, 0.2], phi: 0.8 },
] as const;

describe.each(VARIANTS)("$variant", ({ variant, laws, count, sigma, phi }) => {
  const world = growthSelection(variant);

  test("laws, length and the box of σ", () => {
    expect(world.id).toBe(`growth/${variant}`);
    expect(world.skeletons.map(({ id }) => id)).toEqual(laws);
    expect(world.skeletons.map(({ length }) => length)).toEqual(laws.map(() => count));
    expect(world.errors.scale).toMatchObject({ lower: sigma[0], upper: sigma[1] });
  });

  test("times are linspace(0, 10, m)", () => {
    const out = new Float64Array(count);
    world.skeletons[(laws as readonly string[]).indexOf("logistic")].path([1, 0.5, 1e300], out);
    out.forEach((value, i) => expect(value).toBeCloseTo((0.5 * 10 * i) / (count - 1), 12));
  });

  /**
   * Innovations over σ are independent N(0, 1), parameters log-uniform on their boxes. Ten seeds pooled; three variants
   * times two KS distances at 1e-9: false alarm ≤ 6e-9.
   */
  test("errors and parameters have their laws", () => {
    const innovations: number[] = [];
    const parameters: number[] = [];
    for (let i = 0; i < 2000; i++) {
      const key = Key.root(i % 10).fold(i);
      const theta = world.prior.sample(key.fold("theta"));
      const { parameters: boxes, path } = world.skeletons[theta.mechanism];
      const mean = new Float64Array(count);
      path(theta.parameters, mean);
      const eta = world.simulate(key.fold("x"), theta).map((y, k) => (y - mean[k]) / theta.scale!);
      eta.forEach((value, k) => innovations.push(normalCdf(k === 0 ? value : (value - phi * eta[k - 1]) / Math.sqrt(1 - phi ** 2))));
      boxes.forEach(({ lower, upper }, j) => parameters.push(Math.log(theta.parameters[j] / lower) / Math.log(upper / lower)));
      parameters.push(Math.log(theta.scale! / sigma[0]) / Math.log(sigma[1] / sigma[0]));
    }
    for (const sample of [innovations, parameters]) {
      expect(uniformDistance(sample)).toBeLessThan(uniformTolerance(sample.length, 1e-9));
    }
  });
});

test("an unknown variant is named", () => {
  expect(() => growthSelection("five" as GrowthVariant)).toThrow(
    new RangeError("variant must be one of logistic-gompertz, four, autocorrelated, got five"),
  );
});
