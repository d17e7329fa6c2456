import { expect, test } from "vitest";
import { potentialEnergy } from "../../../src/simulators/particles/potentialEnergy.js";
import { bodies, golden, path } from "./golden.js";

test("potential energies are the golden ones", () => {
  expect(potentialEnergy(bodies) / golden.energies[1]).toBeCloseTo(1, 13);
  for (const { state, energies } of path) expect(potentialEnergy(state) / energies[1]).toBeCloseTo(1, 13);
});

test("one body has none", () => {
  expect(potentialEnergy(bodies.slice(0, 7))).toBe(0);
});

test("a malformed state or softening is refused", () => {
  expect(() => potentialEnergy(bodies.with(2, NaN))).toThrow(new RangeError("state must hold finite numbers, got NaN in body 0"));
  for (const softening of [0, -1, NaN, Infinity]) {
    expect(() => potentialEnergy(bodies, softening)).toThrow(new RangeError(`softening must be positive and finite, got ${softening}`));
  }
});
