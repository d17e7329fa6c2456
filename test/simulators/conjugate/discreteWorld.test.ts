import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { dirichlet } from "../../../src/random/dirichlet.js";
import { type DiscreteTables, discreteWorld } from "../../../src/simulators/conjugate/discreteWorld.js";
import { meanTolerance } from "./meanTolerance.js";

function randomTables(states: number, outcomes: number, key: Key): DiscreteTables {
  const stream = key.stream();
  const draw = (n: number): number[] => Array.from(dirichlet(stream, new Array<number>(n).fill(0.7)));
  return { prior: draw(states), likelihood: Array.from({ length: states }, () => draw(outcomes)) };
}
const worlds = Array.from({ length: 10 }, (_, seed) => randomTables(2 + seed, 3 + 2 * seed, Key.root(seed)));

describe.each(worlds)("enumeration, world %#", (tables) => {
  const world = discreteWorld(tables);
  const values = tables.prior.map((_, state) => Math.sin(3 * state));
  const { target, bayesPredictor, bayesRisk } = world.targetOf(values);
  /** E f(θ, x) over the joint table. */
  const expectation = (f: (state: number, x: number) => number): number =>
    tables.prior.reduce(
      (sum, p, state) => sum + p * tables.likelihood[state].reduce((row, q, x) => row + q * f(state, x), 0),
      0,
    );

  test("posterior times marginal is the joint table", () => {
    expect(world.marginal.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    tables.prior.forEach((p, state) =>
      tables.likelihood[state].forEach((q, x) =>
        expect(world.posterior(x)[state] * world.marginal[x]).toBeCloseTo(p * q, 14),
      ),
    );
  });

  test("E(T − f)² − E(T − f*)² = E(f − f*)² for every table f, and the Bayes risk is E(T − f*)²", () => {
    expect(bayesRisk).toBeCloseTo(expectation((state, x) => (target(state) - bayesPredictor(x)) ** 2), 12);
    for (const f of [(x: number) => x / 10, (x: number) => bayesPredictor(x) + Math.cos(x), () => 0]) {
      const excess = expectation((state, x) => (target(state) - f(x)) ** 2) - bayesRisk;
      expect(excess).toBeCloseTo(expectation((_, x) => (f(x) - bayesPredictor(x)) ** 2), 11);
    }
  });

  test("the Bayes cross entropy is H(θ) + H(x | θ) − H(x)", () => {
    const xlogx = (p: number): number => (p > 0 ? p * Math.log(p) : 0);
    const entropy = (ps: readonly number[]): number => -ps.reduce((sum, p) => sum + xlogx(p), 0);
    const conditional = tables.prior.reduce((sum, p, state) => sum + p * entropy(tables.likelihood[state]), 0);
    expect(world.bayesCrossEntropy).toBeCloseTo(entropy(tables.prior) + conditional - entropy(world.marginal), 11);
  });
});

/** Every cell within Bernstein's tolerance; 10 seeds × 12 cells at 1e-11 each: false alarm ≤ 1.2e-9. */
test("simulated pairs have the frequencies of the joint table", () => {
  const tables = randomTables(3, 4, Key.root(0));
  const world = discreteWorld(tables);
  const n = 10_000;
  for (let seed = 0; seed < 10; seed++) {
    const counts = tables.likelihood.map((row) => row.map(() => 0));
    for (let i = 0; i < n; i++) {
      const key = Key.root(seed).fold(i);
      const state = world.prior.sample(key.fold("theta"));
      counts[state][world.simulate(key.fold("x"), state)]++;
    }
    counts.forEach((row, state) =>
      row.forEach((count, x) => {
        const p = tables.prior[state] * tables.likelihood[state][x];
        expect(Math.abs(count / n - p)).toBeLessThanOrEqual(meanTolerance(p, n, 1e-11));
      }),
    );
  }
});

describe("tables with zeros", () => {
  const world = discreteWorld({ prior: [0.5, 0.5, 0], likelihood: [[1, 0, 0], [0.5, 0.5, 0], [0, 0, 1]] });

  test("are allowed: nothing turns into NaN", () => {
    expect(world.posterior(0)).toEqual([2 / 3, 1 / 3, 0]);
    expect(world.bayesCrossEntropy).toBeCloseTo(0.75 * (Math.log(3) - (2 / 3) * Math.log(2)), 14);
    expect(world.targetOf([1, 0, 5]).bayesRisk).toBeCloseTo(0.75 * (2 / 9), 14);
    expect(world.prior.logProb!(2)).toBe(-Infinity);
  });

  test("give no posterior to an outcome that cannot happen", () => {
    expect(() => world.posterior(2)).toThrow(new RangeError("x must have positive probability, got 2"));
  });
});

test("changing the given tables later changes nothing", () => {
  const prior = [0.5, 0.5];
  const world = discreteWorld({ prior, likelihood: [[1, 0], [0, 1]] });
  const { id } = world;
  prior[0] = 9;
  expect(world.prior.logProb!(0)).toBe(Math.log(0.5));
  expect(discreteWorld(world.tables).id).toBe(id);
});

describe("bad input", () => {
  test.each([
    [{ prior: [], likelihood: [] }, "prior must not be empty"],
    [{ prior: [0.5, 0.4], likelihood: [[1], [1]] }, "prior must sum to 1 within 1e-9, got 0.9"],
    [{ prior: [1.5, -0.5], likelihood: [[1], [1]] }, "prior must hold probabilities, got -0.5"],
    [{ prior: [NaN], likelihood: [[1]] }, "prior must hold finite numbers, got NaN"],
    [{ prior: [1], likelihood: [] }, "likelihood must hold 1 rows, got 0"],
    [{ prior: [0.5, 0.5], likelihood: [[1, 0], [1]] }, "likelihood[1] must hold 2 numbers, got 1"],
  ])("%o is refused", (tables, message) => {
    expect(() => discreteWorld(tables)).toThrow(new RangeError(message));
  });

  test("members refuse what is not an index", () => {
    const world = discreteWorld({ prior: [1], likelihood: [[0.5, 0.5]] });
    expect(() => world.posterior(2)).toThrow(new RangeError("x must be an integer in [0, 2), got 2"));
    expect(() => world.features(NaN)).toThrow(new RangeError("x must be an integer in [0, 2), got NaN"));
    expect(() => world.simulate(Key.root(0), 1)).toThrow(new RangeError("state must be an integer in [0, 1), got 1"));
    expect(() => world.targetOf([NaN])).toThrow(new RangeError("target values must hold finite numbers, got NaN"));
  });
});
