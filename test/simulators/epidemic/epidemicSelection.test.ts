import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { epidemicSelection, type EpidemicVariant } from "../../../src/simulators/epidemic/epidemicSelection.js";

const root = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("epidemic selection");
const COMMON = [["R0", 1.5, 3], ["D", 4, 8], ["I0", 1, 10], ["rho", 0.2, 0.8]];
const WIDE = [["R0", 1.3, 4], ["D", 2, 10], ["I0", 1, 30], ["rho", 0.05, 0.5]];
const BOXES = {
  tight: [COMMON, [...COMMON, ["L", 2, 6]]],
  stochastic: [COMMON, [...COMMON, ["L", 2, 6]]],
  wide: [WIDE, [...WIDE, ["L", 1, 8]], [...WIDE, ["L", 1, 8], ["W", 20, 120]]],
};

describe.each(["tight", "stochastic", "wide"] as const)("epidemic/%s", (variant) => {
  const world = epidemicSelection(variant);

  test("mechanisms and boxes of the task", () => {
    const boxes = world.skeletons.map(({ parameters }) => parameters.map(({ name, lower, upper }) => [name, lower, upper]));
    expect(boxes).toEqual(BOXES[variant]);
    expect(world.skeletons.map(({ id }) => id)).toEqual(["SIR", "SEIR", "SEIRS"].slice(0, boxes.length));
    expect(world.errors.id).toBe("negative-binomial(k=10)");
    expect(world.id).toBe(`epidemic/${variant}`);
  });

  test("equal keys give equal pairs; series are 60 counts, and features their log(1 + x)", () => {
    for (let i = 0; i < 50; i++) {
      const pair = () => {
        const theta = epidemicSelection(variant).prior.sample(root.fold(i));
        return [theta, world.simulate(root.fold("x").fold(i), theta)] as const;
      };
      const [theta, x] = pair();
      expect(pair()).toStrictEqual([theta, x]);
      expect(x).toHaveLength(60);
      expect(world.features(x)).toEqual(x.map(Math.log1p));
      expect(world.prior.logProb === undefined).toBe(variant === "stochastic");
    }
  });

  test("bad input", () => {
    const theta = { mechanism: 0, parameters: [2, 5, 3, 0.5] };
    expect(() => world.simulate(root, { ...theta, mechanism: 7 })).toThrow(/^mechanism must .* got 7$/);
    expect(() => world.simulate(root, { ...theta, parameters: [2, 5, 3] })).toThrow(RangeError);
    expect(() => world.simulate(root, { ...theta, parameters: [2, 5, -3, 0.5] })).toThrow(/^I0 must be .* got -3$/);
    expect(() => world.features(new Array<number>(59).fill(1))).toThrow(RangeError);
    expect(() => world.features(new Array<number>(60).fill(0.5))).toThrow(RangeError);
    expect(() => world.features(new Array<number>(60).fill(NaN))).toThrow(RangeError);
  });
});

/** Pearson residuals have mean 0: 6 standard errors of 60 · 1000 values with variance 1 (false alarm 2e−9). */
test("reports scatter about the skeleton's path", () => {
  const world = epidemicSelection("tight");
  let sum = 0;
  for (let i = 0; i < 1000; i++) {
    const theta = world.prior.sample(root.fold("theta").fold(i));
    const path = new Float64Array(60);
    world.skeletons[theta.mechanism].path(theta.parameters, path);
    world.simulate(root.fold("y").fold(i), theta).forEach((x, day) => (sum += (x - path[day]) / Math.sqrt(path[day] + path[day] ** 2 / 10)));
  }
  expect(Math.abs(sum)).toBeLessThan(6 * Math.sqrt(60_000));
});

test("an unknown variant is refused", () => {
  expect(() => epidemicSelection("narrow" as EpidemicVariant)).toThrow(new RangeError("variant must be one of tight, stochastic, wide, got narrow"));
});
