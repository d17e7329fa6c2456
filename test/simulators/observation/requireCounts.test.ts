import { expect, test } from "vitest";
import { requireCounts, requireMeans } from "../../../src/simulators/observation/requireCounts.js";

test("sound series pass unchanged", () => {
  const counts = [0, 3];
  expect(requireCounts(counts)).toBe(counts);
  expect(requireMeans(counts)).toBe(counts);
  expect(requireMeans([0.5])).toEqual([0.5]);
});

test("others are refused with their place", () => {
  expect(() => requireCounts([1, 0.5])).toThrow(
    new RangeError("counts must be whole numbers >= 0, got 0.5 at 1; expected counts have a mean only"),
  );
  for (const bad of [-1, NaN, Infinity]) {
    expect(() => requireCounts([bad])).toThrow(RangeError);
    expect(() => requireMeans([2, bad])).toThrow(new RangeError(`counts must be finite and >= 0, got ${bad} at 1`));
  }
});
