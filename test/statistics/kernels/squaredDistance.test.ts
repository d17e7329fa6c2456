import { expect, test } from "vitest";
import { squaredDistance } from "../../../src/statistics/kernels/squaredDistance.js";

test("sums squared differences of any array-like points", () => {
  expect(squaredDistance([0, 0], [3, 4])).toBe(25);
  expect(squaredDistance(Float64Array.of(1), [-1])).toBe(4);
  expect(squaredDistance([2, 5, 7], [2, 5, 7])).toBe(0);
});
