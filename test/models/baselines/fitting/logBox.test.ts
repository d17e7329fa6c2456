import { expect, test } from "vitest";
import { logBox } from "../../../../src/models/baselines/fitting/logBox.js";

const box = [{ name: "r", lower: 2, upper: 8 }];

test("the prior's box, and the box widened on both sides", () => {
  expect(logBox(box, "prior")).toEqual({ lower: Float64Array.of(Math.log(2)), upper: Float64Array.of(Math.log(8)) });
  const { lower, upper } = logBox(box, { widenedBy: 10 });
  expect([Math.exp(lower[0]), Math.exp(upper[0])]).toEqual([expect.closeTo(0.2, 12), expect.closeTo(80, 12)]);
  expect(logBox([], "prior").lower).toHaveLength(0);
});

test("refuses a factor below one", () => {
  for (const widenedBy of [0.5, NaN, Infinity]) {
    expect(() => logBox(box, { widenedBy })).toThrow(new RangeError(`widenedBy must be finite and ≥ 1, got ${widenedBy}`));
  }
});
