import { expect, test } from "vitest";
import { saturatedExcess } from "../../src/leaderboard/saturatedExcess.js";

const metric = saturatedExcess(5);

test("it is the squared distance from the posterior mean, up to the cap, where that is known", () => {
  expect(metric).toMatchObject({ id: "excess", direction: "lower", range: [0, 5] });
  expect(metric.evaluate([1], { target: 9, posteriorMean: 3 })).toBe(4);
  expect(metric.evaluate(0, { target: 0, posteriorMean: 3 })).toBe(5);
  expect(metric.evaluate(1, { target: 1 })).toBeNull();
});

test("a cap outside its domain is refused", () => {
  expect(() => saturatedExcess(0)).toThrow("cap must be finite and > 0, got 0");
});
