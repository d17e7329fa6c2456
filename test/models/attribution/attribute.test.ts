import { describe, expect, test } from "vitest";
import { attribute } from "../../../src/models/attribution/attribute.js";
import { attributionCorpus } from "../../../src/models/attribution/attributionCorpus.js";
import { squaredError } from "../../../src/models/sgnn/squaredError.js";
import { fitSgnn } from "../../../src/models/sgnn/fitSgnn.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { gammaPoisson } from "../../../src/simulators/conjugate/gammaPoisson.js";

const plain = { embed: (xs: readonly number[]) => xs.map((x) => Float64Array.of(x)) };
/** Simulation i has x = i, target 10 i, and mechanism "even" or "odd". */
const pairs = Array.from({ length: 1_000 }, (_, i) => ({ theta: { value: 10 * i, parity: i % 2 ? "odd" : "even" }, x: i }));
const corpus = attributionCorpus(plain, pairs, { target: ({ value }) => value, mechanism: ({ parity }) => parity });

describe("attribution", () => {
  test("the nearest simulations, what they are, and what they imply", () => {
    const { neighbours, target, mechanisms, warnings } = attribute(plain, corpus, 500.1, 5);
    expect(neighbours.map(({ index }) => index)).toEqual([500, 501, 499, 502, 498]);
    expect(neighbours[1]).toMatchObject({ theta: pairs[501].theta, mechanism: "odd" });
    expect(neighbours[1].distance).toBeCloseTo(0.9 / corpus.standardisation.scale[0], 6);
    expect(target!.mean).toBeCloseTo(5_000, 9);
    expect(target!.sd).toBeCloseTo(10 * Math.SQRT2, 9);
    expect(target!.quantiles[2]).toEqual({ level: 0.5, value: 5_000 });
    expect(mechanisms).toEqual([{ label: "even", share: 0.6 }, { label: "odd", share: 0.4 }]);
    expect(warnings).toEqual([]);
  });

  test("without readers there are neighbours only", () => {
    const found = attribute(plain, attributionCorpus(plain, pairs), 0, 1);
    expect(Object.keys(found)).toEqual(["neighbours", "warnings"]);
    expect(Object.keys(found.neighbours[0])).toEqual(["index", "theta", "distance"]);
  });

  test("equal simulations are taken in the order of the corpus", () => {
    const same = attributionCorpus(plain, Array.from({ length: 50 }, (_, i) => ({ theta: i, x: i % 2 })));
    expect(attribute(plain, same, 1, 4).neighbours.map(({ index }) => index)).toEqual([1, 3, 5, 7]);
  });
});

describe("warnings", () => {
  const kinds = (x: number, k: number, net = plain) => attribute(net, corpus, x, k).warnings.map(({ kind }) => kind);

  test("more than a hundredth of all simulations", () => {
    expect(kinds(500, 10)).toEqual([]);
    expect(kinds(500, 11)).toEqual(["many-neighbours"]);
    expect(attribute(plain, corpus, 500, 11).warnings[0].message).toContain("k/n = 11/1000 exceeds 0.01");
  });

  test("an observation unlike the corpus", () => {
    expect(kinds(1_000, 1)).toEqual([]);
    expect(kinds(1_005, 1)).toEqual(["far"]);
    expect(kinds(-1e6, 1)).toEqual(["far"]);
  });

  test("a net with one output", () => {
    const net = (outputs: number) => ({ ...plain, state: { outputs: { mean: new Float64Array(outputs), scale: new Float64Array(outputs) } } });
    expect(kinds(500, 1, net(1))).toEqual(["scalar-output"]);
    expect(kinds(500, 1, net(2))).toEqual([]);
  });
});

/**
 * λ | x ~ Gamma(2 + x, 2) for one count x. With k = 400 draws the mean's standard error is √(2 + x)/2/20; a bias of the
 * same size is granted to neighbours that are not all of the same x. Tolerance 7 such errors in all.
 */
test("a trained net's neighbours imply the posterior", async () => {
  const world = gammaPoisson({ counts: 1 });
  const problem = { simulator: world, features: world.features, target: (rate: number) => rate, loss: squaredError };
  const net = await fitSgnn(problem, { simulations: 2_000, steps: 200, hidden: [16, 8] }, Key.root(0));
  const simulations = Array.from({ length: 40_000 }, (_, i) => simulatePair(world, Key.root(1).fold(i)));
  const rates = attributionCorpus(net, simulations, { target: (rate) => rate });
  for (const x of [0, 1, 3]) {
    const { target, warnings } = attribute(net, rates, [x], 400);
    const error = Math.sqrt(2 + x) / 2 / 20;
    expect(Math.abs(target!.mean - (2 + x) / 2)).toBeLessThan(7 * error);
    expect(warnings.map(({ kind }) => kind)).toEqual(["scalar-output"]);
  }
  expect(() => attribute(net, rates, [NaN], 1)).toThrow(RangeError);
  expect(() => attribute(net, rates, [1, 2], 1)).toThrow(RangeError);
});

test.each([0, 1_001, 2.5, NaN])("k = %f of 1,000 simulations is refused", (k) => {
  expect(() => attribute(plain, corpus, 1, k)).toThrow(new RangeError(`k must be an integer in [1, 1000], got ${k}`));
});

test("an observation that is not a number, or another net, is refused", () => {
  expect(() => attribute(plain, corpus, NaN, 1)).toThrow(new RangeError("the embedding of x must be 1 finite numbers, got [NaN]"));
  const wider = { embed: (xs: readonly number[]) => xs.map((x) => Float64Array.of(x, x)) };
  expect(() => attribute(wider, corpus, 1, 1)).toThrow(new RangeError("the embedding of x must be 1 finite numbers, got [1, 1]"));
});
