import { expect, test } from "vitest";
import { gompertzGrowth } from "../../../src/simulators/growth/gompertzGrowth.js";
import { goldenDistance } from "./goldenCurves.js";

test("golden curves", () => {
  expect(goldenDistance("gompertz", gompertzGrowth)).toBeLessThan(1e-14);
});

test("from N₀ to K, also downwards", () => {
  for (const [initial, capacity] of [[2, 40], [40, 2]]) {
    expect(gompertzGrowth(0, initial, 0.1, capacity)).toBe(Math.log(initial));
    expect(gompertzGrowth(1e5, initial, 0.1, capacity)).toBeCloseTo(Math.log(capacity), 14);
  }
});

test("bad arguments are named", () => {
  expect(() => gompertzGrowth(1, 1, NaN, 1)).toThrow(new RangeError("rate must be finite and > 0, got NaN"));
  expect(() => gompertzGrowth(1, 0, 1, 1)).toThrow(new RangeError("initial must be finite and > 0, got 0"));
});
