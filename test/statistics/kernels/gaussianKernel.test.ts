import { expect, test } from "vitest";
import { gaussianKernel } from "../../../src/statistics/kernels/gaussianKernel.js";

test("is exp(−d²/(2h²)): one at zero, e^(−½) one bandwidth away", () => {
  for (const h of [0.1, 1, 30]) {
    expect(gaussianKernel(h)([1, 2], [1, 2])).toBe(1);
    expect(gaussianKernel(h)([0, 0], [0, h])).toBeCloseTo(Math.exp(-0.5), 14);
  }
  expect(gaussianKernel(2)([0, 0], [3, 4])).toBeCloseTo(Math.exp(-25 / 8), 14);
});

test("stays in [0, 1] and is symmetric, at extreme scales too", () => {
  for (const h of [1e-200, 1, 1e200]) {
    for (const d of [0, 1e-100, 1, 1e100]) {
      const value = gaussianKernel(h)([d], [0]);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(gaussianKernel(h)([0], [d])).toBe(value);
    }
  }
});

test("rejects a bandwidth that is not finite and positive", () => {
  for (const h of [0, -1, NaN, Infinity]) expect(() => gaussianKernel(h)).toThrow(/^bandwidth must be finite and > 0/);
});
