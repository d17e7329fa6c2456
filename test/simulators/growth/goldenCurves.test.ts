import { expect, test } from "vitest";
import { goldenDistance } from "./goldenCurves.js";

test("another curve is found, and an unknown law is no agreement", () => {
  expect(goldenDistance("exponential", (t, n, r) => Math.log(n) + 1.001 * r * t)).toBeGreaterThan(1e-3);
  expect(() => goldenDistance("linear", () => 0)).toThrow("no golden curve of linear");
});
