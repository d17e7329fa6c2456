import { expect, test } from "vitest";
import { nearestNeighbour } from "../../../src/models/baselines/nearestNeighbour.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";

const world = mechanismWorld({ id: "lines", skeletons: lineSkeletons, errors: gaussianErrors({ scale: 0.01 }), features: () => [0] });
const options = { simulations: 2000, neighbours: 1, key: Key.root(1) };

test("one neighbour: a simulated series is its own, whatever the features of the world", () => {
  const { select, probabilities, id } = nearestNeighbour(world, options);
  for (let i = 0; i < 50; i++) {
    const { theta, x } = simulatePair(world, options.key.fold(i));
    expect(select(x)).toBe(theta.mechanism);
    expect(probabilities!(x)[theta.mechanism]).toBe(1);
  }
  expect(id).toBe(`neighbours(lines, simulations=2000, k=1, key=${String(options.key)})`);
});

test("all neighbours: the shares of the simulations", () => {
  const all = nearestNeighbour(world, { ...options, neighbours: 2000 });
  const counts = [0, 0, 0];
  for (let i = 0; i < 2000; i++) counts[simulatePair(world, options.key.fold(i)).theta.mechanism]++;
  expect(all.probabilities!([1, 2, 3, 4, 5, 6])).toEqual(counts.map((count) => count / 2000));
});

/** Series of different mechanisms differ by far more than the noise; a guess errs in 2/3 of 200 cases, Hoeffding: p < 1e-16. */
test("clear data are told apart", () => {
  const { select } = nearestNeighbour(world, { ...options, neighbours: 5 });
  const wrong = Array.from({ length: 200 }, (_, i) => simulatePair(world, Key.root(i % 10).fold("x").fold(i))).filter(
    ({ theta, x }) => select(x) !== theta.mechanism,
  );
  expect(wrong.length).toBeLessThan(200 * (2 / 3 - 0.31));
});

test("refuses bad input", () => {
  expect(() => nearestNeighbour(world, { ...options, neighbours: 0 })).toThrow("must be an integer in [1, 2000], got 0");
  expect(() => nearestNeighbour(world, options).select([1, NaN, 1, 1, 1, 1])).toThrow(new RangeError("features must hold finite numbers, got NaN"));
});
