import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { meanField } from "../../../src/simulators/algorithms/meanField.js";
import { seir } from "../../../src/simulators/reactions/seir.js";
import { competingExits, networksOfSize } from "../reactions/exampleNetworks.js";

const stream = Key.root(0).stream();

test("competing exits decay exponentially", () => {
  const { states, events } = meanField().simulate(stream, competingExits, { intervals: 3, length: 2 });
  for (let i = 1; i <= 3; i++) expect(Math.abs(states.alive[i] - 50 * Math.exp(-0.8 * i))).toBeLessThan(1e-6);
  expect(events.leaving[0] / events.dying[0]).toBeCloseTo(3, 9);
});

/** dS/S = −R₀ dR/N, so that S = S₀ exp(−R₀ (R − R₀)/N) at all times. */
test.each([0, 2])("the final-size relation of epidemic %s", (which) => {
  const network = which === 0 ? networksOfSize(1000)[0] : seir({ population: 1000, R0: 2, infectiousDays: 4, initial: 100, latentDays: 3 });
  const { S, R } = meanField().simulate(stream, network, { intervals: 100 }).states;
  for (let t = 1; t <= 100; t++) expect(Math.abs(S[t] - 900 * Math.exp((-2 * R[t]) / 1000))).toBeLessThan(1e-5);
});

test("an exponent that explodes is an error, and a bad tolerance", () => {
  const network = { id: "explosion", initial: { X: 1, Y: 1 }, reactions: [
    { name: "x", source: "X", rate: 1, contacts: { Y: 1 }, change: { X: 1 } },
    { name: "y", source: "Y", rate: 1, contacts: { X: 1 }, change: { Y: 1 } },
  ] };
  expect(() => meanField().simulate(stream, network, { intervals: 2 })).toThrow(/^the solution must stay finite/);
  expect(() => meanField({ tolerance: NaN })).toThrow(new RangeError("tolerance must be positive and finite, got NaN"));
});
