import { expect, test } from "vitest";
import { requireBodies } from "../../../src/simulators/particles/requireBodies.js";

const two = [1, 0, 0, 0, 0, 0, 0, 2, 1, 1, 1, 0, 0, 0];
const changed = (at: number, value: number): number[] => two.with(at, value);

test("bodies are counted", () => {
  expect(requireBodies(two)).toBe(2);
  expect(requireBodies(new Float64Array(two), 2)).toBe(2);
});

test.each([
  [[], undefined, "state must have shape [n, 7], got 0 numbers"],
  [two.slice(1), undefined, "state must have shape [n, 7], got 13 numbers"],
  [two, 3, "state must have shape [3, 7], got 14 numbers"],
  [changed(8, NaN), 2, "state must hold finite numbers, got NaN in body 1"],
  [changed(6, Infinity), 2, "state must hold finite numbers, got Infinity in body 0"],
  [changed(0, NaN), 2, "state must hold finite numbers, got NaN in body 0"],
  [changed(7, 0), 2, "masses must be positive, got 0 in body 1"],
])("a state that is no bodies is refused, case %#", (state, n, message) => {
  expect(() => requireBodies(state, n)).toThrow(new RangeError(message));
});
