import { expect, it } from "vitest";
import { requireFiniteNoise } from "../../../src/models/epns/requireFiniteNoise.js";

it("takes finite numbers, and none", () => {
  expect(() => requireFiniteNoise(Float64Array.of(0, -1e300))).not.toThrow();
  expect(() => requireFiniteNoise([])).not.toThrow();
});

it.each([NaN, Infinity, -Infinity])("refuses %s", (value) => {
  expect(() => requireFiniteNoise([0, value])).toThrow(new RangeError(`noise must hold finite numbers, got ${value} at 1`));
});
