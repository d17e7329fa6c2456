import { expect, test } from "vitest";
import { simulatedNeighbours } from "../../../src/models/baselines/simulatedNeighbours.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";

const world = mechanismWorld({ id: "lines", skeletons: lineSkeletons, errors: gaussianErrors({ scale: 0.3 }) });
const key = Key.root(7);
const base = { simulations: 500, neighbours: 20, key, features: (x: readonly number[]) => x, scaled: false };
const series = Array.from({ length: 20 }, (_, i) => simulatePair(world, Key.root(i % 10).fold("x").fold(i)).x);

test("are those of an exhaustive comparison", () => {
  const corpus = Array.from({ length: 500 }, (_, i) => simulatePair(world, key.fold(i)));
  const shares = simulatedNeighbours(world, base);
  for (const x of series) {
    const distance = (y: readonly number[]): number => y.reduce((sum, value, i) => sum + (Math.fround(value) - x[i]) ** 2, 0);
    const nearest = corpus.toSorted((a, b) => distance(a.x) - distance(b.x)).slice(0, 20);
    expect(shares(x)).toEqual([0, 1, 2].map((m) => nearest.filter(({ theta }) => theta.mechanism === m).length / 20));
  }
});

test("scaled features have no unit, unscaled ones do; neither has an order", () => {
  const powers = (x: readonly number[]): number[] => x.map((value, i) => value * 2 ** (3 * i)); // exact in float32
  const reversed = (x: readonly number[]): number[] => x.toReversed();
  const of = (features: (x: readonly number[]) => readonly number[], scaled: boolean): number[][] =>
    series.map(simulatedNeighbours(world, { ...base, features, scaled }));
  expect(of(powers, true)).toEqual(of((x) => x, true));
  expect(of(powers, false)).not.toEqual(of((x) => x, false));
  expect(of(reversed, true)).toEqual(of((x) => x, true));
});

test("a feature that never differs is not divided by zero", () => {
  const shares = simulatedNeighbours(world, { ...base, features: (x) => [x[0], 3], scaled: true });
  expect(shares(series[0]).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
});

test("refuses bad input", () => {
  expect(() => simulatedNeighbours(world, { ...base, simulations: 0 })).toThrow(new RangeError("simulations must be an integer ≥ 1, got 0"));
  for (const neighbours of [0, 501, 1.5, NaN]) {
    expect(() => simulatedNeighbours(world, { ...base, neighbours })).toThrow(new RangeError(`neighbours must be an integer in [1, 500], got ${neighbours}`));
  }
  const one = { ...world, prior: { sample: () => ({ mechanism: 1, parameters: [1] }) } };
  expect(() => simulatedNeighbours(one, base)).toThrow(
    new RangeError("world must simulate every mechanism in [0, 3), got none of constant in 500 simulations"),
  );
  expect(() => simulatedNeighbours(world, { ...base, features: () => [NaN] })).toThrow(new RangeError("features must hold finite numbers, got NaN"));
  expect(() => simulatedNeighbours(world, base)([1])).toThrow(new RangeError("features must hold 6 numbers, got 1"));
});
