import { describe, expect, it } from "vitest";
import { realTarget } from "../../../src/models/sgnn/realTarget.js";

describe("realTarget", () => {
  it("makes a row of a number or a vector", () => {
    expect(realTarget(2)).toEqual([2]);
    expect(realTarget(Float64Array.of(1, 2))).toEqual([1, 2]);
  });

  it("refuses what is empty or not finite", () => {
    for (const target of [NaN, Infinity, [], [1, NaN]]) expect(() => realTarget(target)).toThrow(RangeError);
  });
});
