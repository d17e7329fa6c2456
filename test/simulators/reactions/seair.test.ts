import { expect, test } from "vitest";
import { seair } from "../../../src/simulators/reactions/seair.js";

const options = {
  population: 100, R0: 2, infectiousDays: 5, initial: 3, latentDays: 4, presymptomaticDays: 2, relativeInfectiousness: 0.5,
};

test("one infected person infects R0 others, over both infectious stages", () => {
  const { initial, reactions } = seair(options);
  const [infection, , onset, recovery] = reactions;
  expect(initial).toEqual({ S: 97, E: 3, A: 0, I: 0, R: 0 });
  const { A, I } = infection.contacts!;
  expect(100 * infection.rate * (A / onset.rate + I / recovery.rate)).toBeCloseTo(2, 14);
  expect(A / I).toBeCloseTo(0.5, 14);
});

test("constants out of their domain are named", () => {
  expect(() => seair({ ...options, relativeInfectiousness: -1 })).toThrow(new RangeError("relativeInfectiousness must be finite and >= 0, got -1"));
  expect(() => seair({ ...options, presymptomaticDays: 0 })).toThrow(new RangeError("presymptomaticDays must be positive and finite, got 0"));
});
