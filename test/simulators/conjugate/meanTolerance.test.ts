import { expect, test } from "vitest";
import { meanTolerance } from "./meanTolerance.js";

test("solves Bernstein's bound for the false alarm", () => {
  for (const mean of [0, 0.01, 0.5]) {
    const tolerance = meanTolerance(mean, 1000, 1e-9);
    const bound = 2 * Math.exp((-1000 * tolerance ** 2) / (2 * (mean * (1 - mean) + tolerance / 3)));
    expect(bound / 1e-9).toBeCloseTo(1, 9);
  }
});
