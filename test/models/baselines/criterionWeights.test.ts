import { describe, expect, test } from "vitest";
import { criterionWeights } from "../../../src/models/baselines/criterionWeights.js";

describe("criterionWeights", () => {
  test("odds are e^{−Δ/2}, whatever the size of the values", () => {
    for (const shift of [0, 1e4, -1e4]) {
      const w = criterionWeights([shift, shift + 2, shift + 4]);
      expect(w[1] / w[0]).toBeCloseTo(Math.exp(-1), 12);
      expect(w[2] / w[0]).toBeCloseTo(Math.exp(-2), 12);
      expect(w[0] + w[1] + w[2]).toBeCloseTo(1, 14);
    }
    expect(criterionWeights([0, 1e6])).toEqual([1, 0]);
  });

  test("refuses bad input", () => {
    expect(() => criterionWeights([])).toThrow(new RangeError("values must hold at least one criterion, got none"));
    expect(() => criterionWeights([0, NaN])).toThrow(new RangeError("values must hold finite numbers, got NaN"));
  });
});
