import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { celestial } from "../../../src/simulators/particles/celestial.js";
import { energyJumpBound, type EnergyJumpConditions } from "../../../src/simulators/particles/energyJumpBound.js";
import { kineticEnergy } from "../../../src/simulators/particles/kineticEnergy.js";
import { totalEnergy } from "../../../src/simulators/particles/totalEnergy.js";
import { trajectory } from "../../../src/simulators/transitionKernel.js";

test("bounds the kicks of fast bodies far apart, and not by much; false alarm 1e-6, seen if kicks were half as large again", () => {
  // Equal masses, so that Σ m²|v|² = 2 m K and the bound of the variation is an equality.
  const rows = Array.from({ length: 5 }, (_, i) => [1.5, 1e3 * i, 0, 0, i % 2 ? 6 : -6, 4, 0]);
  const start = new Float64Array(rows.flat());
  const bound = energyJumpBound({ kineticEnergy: kineticEnergy(start), probability: 0.05 });
  const coarse = celestial({ dt: 0.02, innerSteps: 5 });
  const jumps = Array.from({ length: 4_000 }, (_, i) => Math.abs(totalEnergy(coarse.step(Key.root(i), start)) - totalEnergy(start)));
  const share = jumps.filter((jump) => jump > bound).length / jumps.length;
  expect(share).toBeLessThan(0.013); // P(|N(0, 1)| > √(2 log 40)) = .0066, and 4.9 standard errors
  expect(share).toBeGreaterThan(0.0002); // 1.5 times the bound would leave 5e-5 of 4,000
});

test("real trajectories stay below it", () => {
  const energies = [0, 1, 2, 3, 4].map((seed) => trajectory(celestial(), Key.root(seed), 60).map((state) => totalEnergy(state)));
  const largest = Math.max(...energies.flatMap((path) => path.slice(1).map((energy, t) => Math.abs(energy - path[t]))));
  expect(largest).toBeLessThan(energyJumpBound({ kineticEnergy: 250, probability: 1e-6 }));
});

test("grows with the kinetic energy, falls with the probability", () => {
  const bound = (kineticEnergy: number, probability: number): number => energyJumpBound({ kineticEnergy, probability });
  expect(bound(40, 0.1)).toBeGreaterThan(bound(10, 0.1));
  expect(bound(10, 0.01)).toBeGreaterThan(bound(10, 0.1));
});

test.each([
  [{ kineticEnergy: 0 }, "kineticEnergy must be positive and finite, got 0"],
  [{ mass: Infinity }, "mass must be positive and finite, got Infinity"],
  [{ diffusion: NaN }, "diffusion must be positive and finite, got NaN"],
  [{ time: -1 }, "time must be positive and finite, got -1"],
  [{ probability: 1 }, "probability must be in (0, 1), got 1"],
  [{ bodies: 0 }, "bodies must be an integer >= 1, got 0"],
] satisfies [Partial<EnergyJumpConditions>, string][])("%o is refused", (wrong, message) => {
  expect(() => energyJumpBound({ kineticEnergy: 1, probability: 0.5, ...wrong })).toThrow(new RangeError(message));
});
