import { expect, test } from "vitest";
import { requireCap } from "../../src/leaderboard/requireCap.js";

test("a cap is positive and finite", () => {
  expect(requireCap(0.5)).toBe(0.5);
  for (const bad of [0, -1, NaN, Infinity]) expect(() => requireCap(bad)).toThrow(`cap must be finite and > 0, got ${bad}`);
});
