import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { binomialChain } from "../../../src/simulators/algorithms/binomialChain.js";
import { expectCdf, expectMoments, drawMany } from "../../random/goodnessOfFit.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { competingExits, networksOfSize } from "../reactions/exampleNetworks.js";
import { expectExactExits } from "./exactExits.js";

test.each([1, 0.25])("exact at step %s where hazards are constant and an event ends its individual", (step) => {
  expectExactExits(binomialChain({ step }));
});

/** One step from S = 450 000, I = 50 000: the infections are Binomial(S, 1 − e^(−h dt)). Normal to O(1e-2/√n). */
test("the infections of one step are binomial", () => {
  const [network] = networksOfSize(500_000);
  const p = -Math.expm1(-0.25 * 0.5 * 0.1);
  const mean = 450_000 * p;
  const variance = mean * (1 - p);
  const draws = drawMany("infections", (stream) =>
    binomialChain({ step: 0.25 }).simulate(stream, network, { intervals: 1, length: 0.25 }).events.infection[0], 10_000);
  expectMoments(draws, { mean, variance, excessKurtosis: (1 - 6 * p * (1 - p)) / variance });
  const jitter = Key.root(4).stream(); // whole numbers spread over their unit cells
  expectCdf(draws.map((x) => x + jitter.uniform() - 0.5), (x) => normalCdf((x - mean) / Math.sqrt(variance)));
});

test("bad input", () => {
  expect(() => binomialChain({ step: 0 })).toThrow(new RangeError("step must be positive and finite, got 0"));
  const half = { ...competingExits, initial: { alive: 0.5, left: 0, died: 0 } };
  expect(() => binomialChain({ step: 1 }).simulate(Key.root(0).stream(), half, { intervals: 1 })).toThrow(
    new RangeError("initial alive must be a whole number >= 0, got 0.5"),
  );
});
