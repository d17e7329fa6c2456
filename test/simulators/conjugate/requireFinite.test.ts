import { expect, test } from "vitest";
import { requireFinite } from "../../../src/simulators/conjugate/requireFinite.js";

test("returns the same vector", () => {
  const x = [1, 2];
  expect(requireFinite("x", x, 2)).toBe(x);
});

test.each([
  [[1], "x must hold 2 numbers, got 1"],
  [[1, NaN], "x must hold finite numbers, got NaN"],
  [[-Infinity, 1], "x must hold finite numbers, got -Infinity"],
])("refuses %o", (x, message) => {
  expect(() => requireFinite("x", x, 2)).toThrow(new RangeError(message));
});
