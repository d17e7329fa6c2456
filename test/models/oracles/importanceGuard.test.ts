import { expect, test } from "vitest";
import { importanceGuard } from "../../../src/models/oracles/importanceGuard.js";

test("medians are taken per mechanism, over series", () => {
  const reports = [{ ess: [100, 20], tv: 0 }, { ess: [10, 40], tv: 0.03 }, { ess: [50, 31], tv: 0.015 }];
  expect(importanceGuard(reports)).toEqual({ passes: true, medianEss: 31, meanTv: 0.015 });
  expect(importanceGuard(reports.slice(0, 2))).toEqual({ passes: false, medianEss: 10, meanTv: 0.015 });
});

test("both conditions must hold", () => {
  expect(importanceGuard([{ ess: [30], tv: 0.0199 }]).passes).toBe(true);
  expect(importanceGuard([{ ess: [29.9], tv: 0 }]).passes).toBe(false);
  expect(importanceGuard([{ ess: [99], tv: 0.02 }]).passes).toBe(false);
});

test("refuses nothing, and what is not a number", () => {
  expect(() => importanceGuard([])).toThrow(new RangeError("reports must hold at least one report, got none"));
  expect(() => importanceGuard([{ ess: [NaN], tv: 0 }])).toThrow(new RangeError("reports must hold finite numbers, got NaN"));
  expect(() => importanceGuard([{ ess: [40], tv: NaN }])).toThrow(new RangeError("reports must hold finite numbers, got NaN"));
});
