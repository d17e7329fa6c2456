import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exponentialGrowth } from "../../../src/simulators/growth/exponentialGrowth.js";
import { logisticGrowth } from "../../../src/simulators/growth/logisticGrowth.js";
import { goldenDistance } from "./goldenCurves.js";

const positive = fc.double({ min: 0.01, max: 100, noNaN: true });

test("golden curves", () => {
  expect(goldenDistance("logistic", logisticGrowth)).toBeLessThan(1e-14);
});

test("the formula as it is written, where that cannot overflow", () => {
  fc.assert(
    fc.property(positive, positive, fc.double({ min: 0, max: 5, noNaN: true }), positive, (initial, capacity, rate, time) => {
      fc.pre(rate > 0);
      const t = time / 10;
      const plain = Math.log(capacity / (1 + (capacity / initial - 1) * Math.exp(-rate * t)));
      expect(Math.abs(logisticGrowth(t, initial, rate, capacity) - plain)).toBeLessThan(1e-9);
    }),
  );
});

test("a capacity out of reach is exponential growth; late, the capacity itself", () => {
  expect(logisticGrowth(3, 2, 0.7, 1e300)).toBeCloseTo(exponentialGrowth(3, 2, 0.7), 13);
  expect(logisticGrowth(1, 1e-300, 0.7, 1e300)).toBeCloseTo(exponentialGrowth(1, 1e-300, 0.7), 10);
  expect(logisticGrowth(1e6, 2, 3, 50)).toBeCloseTo(Math.log(50), 14);
  expect(logisticGrowth(0, 80, 3, 50)).toBeCloseTo(Math.log(80), 14);
});

test("bad arguments are named", () => {
  expect(() => logisticGrowth(Infinity, 1, 1, 1)).toThrow(new RangeError("t must be finite and >= 0, got Infinity"));
  expect(() => logisticGrowth(1, 1, 1, -3)).toThrow(new RangeError("capacity must be finite and > 0, got -3"));
});
