import { expect, test } from "vitest";
import { normalCdf } from "../../src/statistics/normalCdf.js";

test("golden values (scipy 1.17.1, norm.cdf)", () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1.5)).toBeCloseTo(0.9331927987311419, 13);
  expect(normalCdf(-6) / 9.865876450376946e-10).toBeCloseTo(1, 10);
});

test("mirrors, and reaches both ends", () => {
  for (const x of [0.3, 1, 1.7320508, 2, 5]) expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
  expect([normalCdf(-Infinity), normalCdf(-40), normalCdf(Infinity)]).toEqual([0, 0, 1]);
});

test("refuses NaN", () => {
  expect(() => normalCdf(NaN)).toThrow(new RangeError("x must be a number, got NaN"));
});
