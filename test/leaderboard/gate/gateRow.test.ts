import { expect, test, vi } from "vitest";
import { gateRow, stageAlpha } from "../../../src/leaderboard/gate/gateRow.js";
import { errors } from "./scores.js";

const OPTIONS = { direction: "lower", range: [0, 1], margin: 0.005, alpha: 1e-5 } as const;
const [good, bad] = [errors(20), errors(8)];
const worse = { base: good, current: bad };
const equal = { base: good, current: good };

test("fails only if both draws find it worse", async () => {
  expect(await gateRow(worse, () => worse, OPTIONS)).toEqual({ verdict: "fail", suspicion: "worse", confirmation: "worse" });
  expect(await gateRow(worse, async () => equal, OPTIONS)).toEqual({ verdict: "unconfirmed", suspicion: "worse", confirmation: "not worse" });
});

test("asks for a second draw only on suspicion", async () => {
  const second = vi.fn(() => worse);
  expect(await gateRow(equal, second, OPTIONS)).toEqual({ verdict: "pass", suspicion: "not worse", confirmation: null });
  const few = { base: good.slice(0, 20), current: bad.slice(0, 20) };
  expect(await gateRow(few, second, OPTIONS)).toEqual({ verdict: "undecided", suspicion: "undecided", confirmation: null });
  expect(second).not.toHaveBeenCalled();
});

test("the level of both stages together is α", () => {
  for (const alpha of [1e-9, 1e-5, 0.01, 0.2]) expect(stageAlpha(alpha) ** 2).toBeCloseTo(alpha, 15);
  for (const alpha of [0, 0.25, 1, NaN]) expect(() => stageAlpha(alpha)).toThrow(`alpha must be above 0 and below 1/4, got ${alpha}`);
});
