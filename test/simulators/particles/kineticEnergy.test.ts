import { expect, test } from "vitest";
import { kineticEnergy } from "../../../src/simulators/particles/kineticEnergy.js";
import { bodies, golden, path } from "./golden.js";

test("kinetic energies are the golden ones", () => {
  expect(kineticEnergy(bodies) / golden.energies[0]).toBeCloseTo(1, 13);
  for (const { state, energies } of path) expect(kineticEnergy(state) / energies[0]).toBeCloseTo(1, 13);
});

test("a malformed state is refused", () => {
  expect(() => kineticEnergy(bodies.slice(1))).toThrow(new RangeError("state must have shape [n, 7], got 34 numbers"));
  expect(() => kineticEnergy(bodies.with(4, NaN))).toThrow(new RangeError("state must hold finite numbers, got NaN in body 0"));
});
