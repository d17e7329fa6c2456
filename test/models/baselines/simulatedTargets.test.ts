import { expect, test } from "vitest";
import { requireSimulations, simulatedTargets } from "../../../src/models/baselines/simulatedTargets.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { linearProblem } from "./targetProblem.js";

const key = Key.root(3);

test("simulation i is the pair of the key's child i", () => {
  const { features, targets } = simulatedTargets(linearProblem, { simulations: 5, key });
  for (let i = 0; i < 5; i++) {
    const { theta, x } = simulatePair(linearProblem.simulator, key.fold(i));
    expect(Array.from(features[i])).toEqual(x);
    expect(targets[i]).toBe(linearProblem.target(theta));
  }
  expect(targets).toHaveLength(5);
});

test.each([0, -1, 1.5, NaN, Infinity])("%s simulations are refused", (simulations) => {
  expect(() => requireSimulations(simulations)).toThrow(`simulations must be an integer ≥ 1, got ${simulations}`);
  expect(() => simulatedTargets(linearProblem, { simulations, key })).toThrow(RangeError);
});

test("a target or a feature that is not finite is refused", () => {
  expect(() => simulatedTargets({ ...linearProblem, target: () => NaN }, { simulations: 2, key })).toThrow(/^target of item 0/);
  expect(() => simulatedTargets({ ...linearProblem, features: () => [Infinity] }, { simulations: 2, key })).toThrow(/^features of item 0/);
});
