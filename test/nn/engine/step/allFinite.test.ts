import { expect, it } from "vitest";
import { allFinite } from "../../../../src/nn/engine/step/allFinite.js";

it("finds one number in many that is not finite", () => {
  const numbers = Float32Array.from({ length: 1001 }, (_, i) => (i - 500) * 6e35);
  expect(allFinite(numbers)).toBe(true);
  expect(allFinite(new Float32Array(0))).toBe(true);
  for (const bad of [NaN, Infinity, -Infinity]) {
    for (const at of [0, 501, 502, 503, 1000]) expect(allFinite(numbers.with(at, bad))).toBe(false);
  }
});
