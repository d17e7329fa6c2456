import { expect, test } from "vitest";
import { requirePositive } from "../../../src/simulators/growth/requirePositive.js";

test("positive finite numbers pass, others are named", () => {
  expect(requirePositive("rate", Number.MIN_VALUE)).toBe(Number.MIN_VALUE);
  for (const bad of [0, -1, NaN, Infinity]) {
    expect(() => requirePositive("rate", bad)).toThrow(new RangeError(`rate must be finite and > 0, got ${bad}`));
  }
});
