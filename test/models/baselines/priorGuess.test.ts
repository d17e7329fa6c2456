import { describe, expect, test } from "vitest";
import { priorGuess } from "../../../src/models/baselines/priorGuess.js";

describe("priorGuess", () => {
  test("always the first of the most probable mechanisms", () => {
    const { id, select, probabilities } = priorGuess([0.2, 0.4, 0.4]);
    expect(id).toBe("prior(0.2,0.4,0.4)");
    expect(select([1, 2])).toBe(1);
    expect(probabilities!("anything")).toEqual([0.2, 0.4, 0.4]);
    expect(priorGuess([1 / 3, 1 / 3, 1 / 3]).select(null)).toBe(0);
  });

  test.each([[[]], [[0.5, 0.6]], [[1.5, -0.5]], [[NaN, 1]]])("refuses %j", (prior) => {
    const error = new RangeError(`prior must hold numbers ≥ 0 with sum 1, got [${prior.join(", ")}]`);
    expect(() => priorGuess(prior)).toThrow(error);
  });
});
