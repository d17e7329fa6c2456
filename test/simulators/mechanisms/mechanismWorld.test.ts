import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { type Mechanism, mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { negativeBinomialErrors } from "../../../src/simulators/mechanisms/negativeBinomialErrors.js";
import { lineSkeletons } from "./lineSkeletons.js";

const errors = gaussianErrors({ scale: { name: "sigma", lower: 0.1, upper: 0.2 } });
const world = mechanismWorld({ id: "lines", skeletons: lineSkeletons, errors });
const counts = mechanismWorld({ id: "counts", skeletons: lineSkeletons, errors: negativeBinomialErrors({ dispersion: 10 }) });
const N = 20_000;
const draws = Array.from({ length: N }, (_, i) => world.prior.sample(Key.root(i % 10).fold(i)));

describe("prior", () => {
  /** Three counts, each binomial(N, 1/3), at 7 sigma: p < 1e-11. */
  test("every mechanism is equally likely", () => {
    for (let m = 0; m < 3; m++) {
      const count = draws.filter(({ mechanism }) => mechanism === m).length;
      expect(Math.abs(count - N / 3)).toBeLessThan(7 * Math.sqrt((N * 2) / 9));
    }
  });

  /** log θ is uniform: the mean of its share of the box has variance 1/(12n); seven sigma, four means. */
  test("parameters and scale are log-uniform, in their boxes", () => {
    const shares = (m: number, j: number): number[] =>
      draws.filter(({ mechanism }) => mechanism === m).map(({ parameters }) => Math.log(parameters[j] / 0.5) / Math.log(8));
    const scales = draws.map(({ scale }) => Math.log(scale! / 0.1) / Math.log(2));
    for (const values of [shares(0, 0), shares(2, 0), shares(2, 1), scales]) {
      expect(values.every((u) => u >= -1e-12 && u <= 1 + 1e-12)).toBe(true);
      expect(Math.abs(values.reduce((sum, u) => sum + u, 0) / values.length - 0.5)).toBeLessThan(7 / Math.sqrt(12 * values.length));
    }
  });

  test("its density", () => {
    const theta: Mechanism = { mechanism: 2, parameters: [1, 2], scale: 0.15 };
    const exact = 1 / 3 / (1 * Math.log(8)) / (2 * Math.log(8)) / (0.15 * Math.log(2));
    expect(world.prior.logProb!(theta)).toBeCloseTo(Math.log(exact), 12);
    expect(world.prior.logProb!({ ...theta, parameters: [1, 5] })).toBe(-Infinity);
    expect(world.prior.logProb!({ ...theta, scale: 0.3 })).toBe(-Infinity);
    expect(counts.prior.logProb!({ mechanism: 0, parameters: [1] })).toBeCloseTo(-Math.log(3 * Math.log(8)), 12);
  });
});

describe("simulation", () => {
  test("is the path with errors, the same for the same key", () => {
    const theta: Mechanism = { mechanism: 2, parameters: [1, 2], scale: 0.15 };
    const x = world.simulate(Key.root(3), theta);
    expect(x).toEqual(errors.sample(Key.root(3).stream(), [3, 5, 7, 9, 11, 13], 0.15));
    expect(world.features(x)).toBe(x);
    expect(world.simulate(Key.root(3), theta)).toEqual(x);
    expect(counts.simulate(Key.root(3), { mechanism: 0, parameters: [100] })).toHaveLength(6); // outside the box
  });

  test("and features may be given", () => {
    const own = mechanismWorld({
      id: "own",
      skeletons: lineSkeletons,
      errors: negativeBinomialErrors({ dispersion: 10 }),
      features: (x) => x.map(Math.log1p),
      simulate: (_key, { mechanism }) => new Array<number>(6).fill(mechanism),
    });
    expect(own.simulate(Key.root(0), { mechanism: 2, parameters: [1, 1] })).toEqual([2, 2, 2, 2, 2, 2]);
    expect(own.features([0, 0, 0, 0, 0, 1])).toEqual([0, 0, 0, 0, 0, Math.log(2)]);
    expect(() => own.simulate(Key.root(0), { mechanism: 3, parameters: [] })).toThrow("mechanism must be an integer in [0, 3), got 3");
  });
});

test("refuses bad input", () => {
  const build = (skeletons: typeof lineSkeletons) => () => mechanismWorld({ id: "w", skeletons, errors });
  const [first, second] = lineSkeletons;
  expect(build([])).toThrow(new RangeError("skeletons must have one length ≥ 1, got []"));
  expect(build([first, { ...second, length: 5 }])).toThrow(new RangeError("skeletons must have one length ≥ 1, got [6, 5]"));
  expect(build([first, first])).toThrow(new RangeError("skeletons must have different ids, got constant, constant"));
  expect(build([{ ...first, parameters: [{ name: "a", lower: 2, upper: 1 }] }])).toThrow("a must have bounds");
  const refused: [Mechanism, string][] = [
    [{ mechanism: 0.5, parameters: [1], scale: 1 }, "mechanism must be an integer in [0, 3), got 0.5"],
    [{ mechanism: 0, parameters: [1, 1], scale: 1 }, "parameters must hold 1 numbers, got 2"],
    [{ mechanism: 0, parameters: [NaN], scale: 1 }, "parameters must hold finite numbers, got NaN"],
    [{ mechanism: 0, parameters: [-1], scale: 1 }, "a must be finite and > 0, got -1"],
    [{ mechanism: 0, parameters: [1] }, "sigma must be finite and > 0, got undefined"],
    [{ mechanism: 0, parameters: [1], scale: NaN }, "sigma must be finite and > 0, got NaN"],
  ];
  for (const [theta, message] of refused) {
    expect(() => world.simulate(Key.root(0), theta)).toThrow(new RangeError(message));
    expect(() => world.prior.logProb!(theta)).toThrow(new RangeError(message));
  }
  expect(() => counts.simulate(Key.root(0), { mechanism: 0, parameters: [1], scale: 1 })).toThrow("scale must be absent");
  expect(() => world.features([1])).toThrow(new RangeError("x must hold 6 numbers, got 1"));
  expect(() => counts.features([0, 0, 0, 0, 0, 0.5])).toThrow(new RangeError("x must hold integers ≥ 0, got 0.5"));
});
