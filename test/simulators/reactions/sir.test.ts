import { expect, test } from "vitest";
import { sir } from "../../../src/simulators/reactions/sir.js";

const options = { population: 100, R0: 2, infectiousDays: 5, initial: 3 };

test("at its start one infectious person infects R0 S/N in a mean infectious time", () => {
  const { initial, reactions } = sir(options);
  const [infection, recovery] = reactions;
  expect(initial).toEqual({ S: 97, I: 3, R: 0 });
  const perInfectious = infection.rate * infection.contacts!.I * initial.S;
  expect(perInfectious / recovery.rate).toBeCloseTo(2 * 0.97, 14);
});

test("the constants are named", () => {
  expect(sir(options).id).toBe("sir(population=100, R0=2, infectiousDays=5, initial=3)");
  expect(() => sir({ ...options, population: 0 })).toThrow(new RangeError("population must be positive and finite, got 0"));
  expect(() => sir({ ...options, R0: -1 })).toThrow(new RangeError("R0 must be finite and >= 0, got -1"));
});
