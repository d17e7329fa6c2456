import { expect, test } from "vitest";
import { uniformDistance, uniformTolerance } from "./uniformDistance.js";

test("is the largest gap between the step function and the diagonal", () => {
  expect(uniformDistance([0.5])).toBe(0.5);
  expect(uniformDistance([0.75, 0.25])).toBe(0.25);
  expect(uniformDistance([0, 0, 0])).toBe(1);
  expect(uniformDistance([0.9, 0.95])).toBeCloseTo(0.9, 14);
});

test("the tolerance solves 2 exp(−2nε²) = false alarm", () => {
  expect(2 * Math.exp(-2 * 500 * uniformTolerance(500, 1e-9) ** 2) / 1e-9).toBeCloseTo(1, 9);
});
