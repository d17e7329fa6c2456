import { expect, test } from "vitest";
import { requireTime } from "../../../src/simulators/growth/requireTime.js";

test("times from the start on pass, others are named", () => {
  expect(requireTime(0)).toBe(0);
  for (const bad of [-1e-9, NaN, Infinity]) {
    expect(() => requireTime(bad)).toThrow(new RangeError(`t must be finite and >= 0, got ${bad}`));
  }
});
