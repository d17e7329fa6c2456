import { expect, test } from "vitest";
import { atTier, TIERS } from "../../src/harness/tier.js";

test("a tier that is left out takes the next smaller one's value", () => {
  const values = (tiered: Parameters<typeof atTier<number>>[0]) => TIERS.map((tier) => atTier(tiered, tier));
  expect(values({ smoke: 1 })).toEqual([1, 1, 1]);
  expect(values({ smoke: 1, standard: 2 })).toEqual([1, 2, 2]);
  expect(values({ smoke: 1, full: 3 })).toEqual([1, 1, 3]);
  expect(values({ smoke: 1, standard: 2, full: 3 })).toEqual([1, 2, 3]);
});

test("a zero is a value", () => {
  expect(atTier({ smoke: 1, standard: 0 }, "full")).toBe(0);
});
