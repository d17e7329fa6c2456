import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gompertzGrowth } from "../../../src/simulators/growth/gompertzGrowth.js";
import { thetaLogisticGrowth } from "../../../src/simulators/growth/thetaLogisticGrowth.js";
import { goldenDistance } from "./goldenCurves.js";

test("golden curves", () => {
  expect(goldenDistance("theta", thetaLogisticGrowth)).toBeLessThan(1e-14);
});

test("θ → 0 at rθ fixed is Gompertz growth", () => {
  for (const shape of [1e-6, 1e-9]) {
    for (const t of [0, 1, 7, 30]) {
      const gap = Math.abs(thetaLogisticGrowth(t, 1.5, 0.15 / shape, 60, shape) - gompertzGrowth(t, 1.5, 0.15, 60));
      // the next term of the expansion in θ is at most θ log²(60/1.5)
      expect(gap).toBeLessThan(14 * shape + 1e-13);
    }
  }
});

test("it solves f' = r f (1 − (f/K)^θ), on both sides of the switch between forms", () => {
  const law = fc.record({
    initial: fc.double({ min: 0.1, max: 5, noNaN: true }),
    rate: fc.double({ min: 0.05, max: 5, noNaN: true }),
    capacity: fc.double({ min: 1, max: 1000, noNaN: true }),
    shape: fc.double({ min: 0.05, max: 40, noNaN: true }),
    t: fc.double({ min: 0.1, max: 10, noNaN: true }),
  });
  fc.assert(
    fc.property(law, ({ initial, rate, capacity, shape, t }) => {
      const at = (s: number): number => thetaLogisticGrowth(s, initial, rate, capacity, shape);
      const h = 1e-4 / (rate * (1 + shape));
      const slope = (at(t + h) - at(t - h)) / (2 * h);
      const expected = -rate * Math.expm1(shape * (at(t) - Math.log(capacity)));
      // rounding ε |log f| / h, and the third derivative, at most r (rθ)² e^{θ log(f/K)}, times h²
      const steepness = Math.exp(shape * Math.max(0, at(t) - Math.log(capacity)));
      expect(Math.abs(slope - expected)).toBeLessThan(1e-13 / h + 1e-7 * rate * steepness ** 3);
    }),
  );
});

test("nothing overflows", () => {
  const values = [1e-300, 1, 1e300].flatMap((initial) =>
    [1e-300, 1, 1e300].flatMap((capacity) => [1e-8, 1, 400].map((shape) => thetaLogisticGrowth(2, initial, 30, capacity, shape))),
  );
  expect(values.every(Number.isFinite)).toBe(true);
});

test("bad arguments are named", () => {
  expect(() => thetaLogisticGrowth(1, 1, 1, 1, 0)).toThrow(new RangeError("shape must be finite and > 0, got 0"));
  expect(() => thetaLogisticGrowth(1, 1, 1, NaN, 1)).toThrow(new RangeError("capacity must be finite and > 0, got NaN"));
});
