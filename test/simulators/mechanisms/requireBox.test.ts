import { expect, test } from "vitest";
import { requireBox } from "../../../src/simulators/mechanisms/requireBox.js";

test("a box passes, anything else is named", () => {
  const box = { name: "r", lower: 1e-300, upper: 1e300 };
  expect(requireBox(box)).toBe(box);
  for (const [lower, upper] of [[0, 1], [1, 1], [2, 1], [1, Infinity], [NaN, 1], [1, NaN]]) {
    const error = new RangeError(`r must have bounds 0 < lower < upper < ∞, got ${lower} and ${upper}`);
    expect(() => requireBox({ name: "r", lower, upper })).toThrow(error);
  }
});
