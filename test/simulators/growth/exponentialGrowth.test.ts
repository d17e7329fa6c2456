import { expect, test } from "vitest";
import { exponentialGrowth } from "../../../src/simulators/growth/exponentialGrowth.js";
import { goldenDistance } from "./goldenCurves.js";

test("golden curves", () => {
  expect(goldenDistance("exponential", exponentialGrowth)).toBeLessThan(1e-14);
});

test("bad arguments are named", () => {
  expect(() => exponentialGrowth(-1, 1, 1)).toThrow(new RangeError("t must be finite and >= 0, got -1"));
  expect(() => exponentialGrowth(1, NaN, 1)).toThrow(new RangeError("initial must be finite and > 0, got NaN"));
  expect(() => exponentialGrowth(1, 1, 0)).toThrow(new RangeError("rate must be finite and > 0, got 0"));
});
