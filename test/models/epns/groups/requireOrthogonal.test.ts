import { expect, it } from "vitest";
import { requireOrthogonal } from "../../../../src/models/epns/groups/requireOrthogonal.js";

it("takes rotations and reflections", () => {
  const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
  expect(() => requireOrthogonal([c, -s, 0, s, c, 0, 0, 0, 1])).not.toThrow();
  expect(() => requireOrthogonal([-1, 0, 0, 0, 1, 0, 0, 0, 1])).not.toThrow();
});

it.each([
  ["a stretch", [2, 0, 0, 0, 1, 0, 0, 0, 1], "rows 0 and 0 with product 4, not 1"],
  ["a shear", [1, 0, 0, 1e-6, 1, 0, 0, 0, 1], "rows 1 and 0 with product 0.000001, not 0"],
  ["NaN", [NaN, 0, 0, 0, 1, 0, 0, 0, 1], "rows 0 and 0 with product NaN, not 1"],
  ["a plane", [1, 0, 0, 1], "must have shape [9], got 4 numbers"],
])("refuses %s", (_, matrix, why) => {
  expect(() => requireOrthogonal(matrix)).toThrow(RangeError);
  expect(() => requireOrthogonal(matrix)).toThrow(why);
});
