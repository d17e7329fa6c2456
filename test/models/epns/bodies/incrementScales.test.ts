import { expect, it } from "vitest";
import { bodyIncrements } from "../../../../src/models/epns/bodies/bodyIncrements.js";
import { incrementScales } from "../../../../src/models/epns/bodies/incrementScales.js";
import { Key } from "../../../../src/random/key.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";

it("is std(dv), and 1.5 times the median of |dx|", () => {
  const state = new Float64Array([1, 0, 0, 0, 0, 0, 0]);
  const next = new Float64Array([1, 3, 2.5, 1, 4, 2, 0]);
  const { velocity, position } = incrementScales([[state, next]], 1);
  expect(velocity).toBeCloseTo(Math.sqrt((16 + 4) / 3 - 4), 12);
  expect(position).toBeCloseTo(1.5, 12); // |dx| = 1, 1.5, 1
});

it("brings the increments of the celestial task to the order of 1", () => {
  const kernel = celestial();
  const pairs = Array.from({ length: 40 }, (_, i) => {
    const state = kernel.init(Key.root(i));
    return [state, kernel.step(Key.root(i).fold("step"), state)] as const;
  });
  const scales = incrementScales(pairs, 0.1);
  const all = pairs.flatMap(([state, next]) => [...bodyIncrements(state, next, scales)]);
  const velocities = all.filter((_, at) => at % 6 < 3);
  const mean = velocities.reduce((sum, value) => sum + value, 0) / velocities.length;
  const variance = velocities.reduce((sum, value) => sum + (value - mean) ** 2, 0) / velocities.length;
  expect(variance).toBeCloseTo(1, 9);
});

it("refuses no transitions, shapes that differ, and bodies that do not move", () => {
  const state = new Float64Array([1, 0, 0, 0, 0, 0, 0]);
  expect(() => incrementScales([], 1)).toThrow(new RangeError("transitions must hold at least one, got none"));
  expect(() => incrementScales([[state, new Float64Array(14).fill(1)]], 1)).toThrow("state must have shape [1, 7], got 14 numbers");
  expect(() => incrementScales([[state, state]], 1)).toThrow("increments must vary, got scales 0 and 0");
  expect(() => incrementScales([[state, state]], NaN)).toThrow("dt must be positive and finite, got NaN");
});
