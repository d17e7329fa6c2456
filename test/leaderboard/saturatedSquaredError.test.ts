import { expect, test } from "vitest";
import { saturatedSquaredError } from "../../src/leaderboard/saturatedSquaredError.js";

const metric = saturatedSquaredError(5);

test("it is the squared error, of a number or a row of one, up to the cap", () => {
  expect(metric).toMatchObject({ id: "squared-error", direction: "lower", range: [0, 5], title: "squared error, at most 5" });
  expect(metric.evaluate(1, { target: 3 })).toBe(4);
  expect(metric.evaluate(Float64Array.of(1), { target: 3 })).toBe(4);
  expect(metric.evaluate(-2.5, { target: 3 })).toBe(5);
  expect(metric.evaluate(3, { target: 3, posteriorMean: 0 })).toBe(0);
});

test("a cap outside its domain is refused", () => {
  expect(() => saturatedSquaredError(NaN)).toThrow("cap must be finite and > 0, got NaN");
});
