import { expect, test } from "vitest";
import { saturatedAbsoluteError } from "../../src/leaderboard/saturatedAbsoluteError.js";

const metric = saturatedAbsoluteError(5);

test("it is the absolute error, of a number or a row of one, up to the cap", () => {
  expect(metric).toMatchObject({ id: "absolute-error", direction: "lower", range: [0, 5], title: "absolute error, at most 5" });
  expect(metric.evaluate(1, { target: 3 })).toBe(2);
  expect(metric.evaluate(Float64Array.of(1), { target: 3 })).toBe(2);
  expect(metric.evaluate(-2.5, { target: 3 })).toBe(5);
  expect(metric.evaluate(3, { target: 3, posteriorMean: 0 })).toBe(0);
});

test("a cap outside its domain is refused", () => {
  expect(() => saturatedAbsoluteError(NaN)).toThrow("cap must be finite and > 0, got NaN");
});
