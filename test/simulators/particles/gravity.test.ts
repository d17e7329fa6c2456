import { expect, test } from "vitest";
import { gravity } from "../../../src/simulators/particles/gravity.js";
import { potentialEnergy } from "../../../src/simulators/particles/potentialEnergy.js";
import { bodies, golden } from "./golden.js";

const mass = Float64Array.from(golden.mass);
const accelerations = (): Float64Array => {
  const out = new Float64Array(15).fill(7); // what was there before does not matter
  gravity(mass, Float64Array.from(golden.x.flat()), 0.1, out);
  return out;
};

test("accelerations are the golden ones", () => {
  const a = accelerations();
  golden.acceleration.flat().forEach((value, i) => expect(Math.abs(a[i] - value)).toBeLessThan(1e-14));
});

test("forces cancel", () => {
  const a = accelerations();
  for (const k of [0, 1, 2]) expect(mass.reduce((sum, m, i) => sum + m * a[3 * i + k], 0)).toBeCloseTo(0, 14);
});

test("force is minus the gradient of the potential energy", () => {
  const a = accelerations();
  const h = 1e-5;
  for (let i = 0; i < 5; i++) {
    for (const k of [0, 1, 2]) {
      const moved = (by: number): number => potentialEnergy(bodies.with(7 * i + 1 + k, bodies[7 * i + 1 + k] + by));
      // central differences: h² U‴/6 + ε|U|/h < 1e-8
      expect(Math.abs(-(moved(h) - moved(-h)) / (2 * h) - mass[i] * a[3 * i + k])).toBeLessThan(1e-8);
    }
  }
});
