import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { celestial } from "../../../src/simulators/particles/celestial.js";
import { kineticEnergy } from "../../../src/simulators/particles/kineticEnergy.js";
import { potentialEnergy } from "../../../src/simulators/particles/potentialEnergy.js";
import { totalEnergy } from "../../../src/simulators/particles/totalEnergy.js";
import { trajectory } from "../../../src/simulators/transitionKernel.js";
import { bodies } from "./golden.js";

test("is the sum of kinetic and potential energy, with the softening that was given", () => {
  expect(totalEnergy(bodies)).toBe(kineticEnergy(bodies) + potentialEnergy(bodies, 0.1));
  expect(totalEnergy(bodies, 2)).toBe(kineticEnergy(bodies) + potentialEnergy(bodies, 2));
});

test("is conserved without noise, while kinetic energy is not", () => {
  const path = trajectory(celestial({ diffusion: 0 }), Key.root(1), 10);
  const spread = (of: (state: Float64Array) => number): number => Math.max(...path.map((state) => of(state))) - Math.min(...path.map((state) => of(state)));
  expect(spread(totalEnergy)).toBeLessThan(1e-3);
  expect(spread(kineticEnergy)).toBeGreaterThan(0.1);
});

test("a malformed state is refused", () => {
  expect(() => totalEnergy(bodies.with(4, NaN))).toThrow(new RangeError("state must hold finite numbers, got NaN in body 0"));
});
