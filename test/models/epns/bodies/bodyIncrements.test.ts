import { expect, it } from "vitest";
import { advanceBodies, bodyIncrements } from "../../../../src/models/epns/bodies/bodyIncrements.js";
import { Key } from "../../../../src/random/key.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";

const SCALES = { dt: 0.1, velocity: 0.1, position: 1e-3 };

it("are undone by advancing", () => {
  const kernel = celestial();
  const state = kernel.init(Key.root(0));
  const next = kernel.step(Key.root(1), state);
  const found = advanceBodies(state, bodyIncrements(state, next, SCALES), SCALES);
  found.forEach((value, i) => expect(value).toBeCloseTo(next[i], 12));
});

it("vanish for bodies that fly straight on", () => {
  const state = new Float64Array([1, 0, 0, 0, 1, 2, 3]);
  const increments = bodyIncrements(state, new Float64Array([1, 0.1, 0.2, 0.3, 1, 2, 3]), SCALES);
  increments.forEach((value) => expect(value).toBeCloseTo(0, 12));
});

it("refuse shapes that do not fit, and scales that are not positive", () => {
  const state = new Float64Array(14).fill(1);
  expect(() => bodyIncrements(state, state.subarray(7), SCALES)).toThrow(new RangeError("next must hold 14 numbers, got 7"));
  expect(() => advanceBodies(state, [1, 2, 3], SCALES)).toThrow(new RangeError("increments must hold 12 numbers, got 3"));
  expect(() => bodyIncrements(state, state, { ...SCALES, velocity: 0 })).toThrow(new RangeError("velocity must be positive and finite, got 0"));
  expect(() => advanceBodies(state, new Float64Array(12), { ...SCALES, dt: NaN })).toThrow(new RangeError("dt must be positive and finite, got NaN"));
});
