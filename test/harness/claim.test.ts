import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, atMost, forAll, within } from "../../src/harness/claim.js";

const said = { of: "Z", because: "theory" };
const on = (low: number, high: number) => ({ ...said, range: [low, high] as const });

test("a claim keeps what it was given", () => {
  expect(atMost(0.2, on(0, 1))).toEqual({ kind: "atMost", margin: { smoke: 0.2 }, of: "Z", because: "theory", range: [0, 1] });
  expect(atLeast({ smoke: 0.2, full: 0.1 }, on(0, 1))).toMatchObject({ kind: "atLeast", margin: { smoke: 0.2, full: 0.1 } });
  expect(within([-1, 1], on(-2, 2))).toMatchObject({ kind: "within", margin: { smoke: [-1, 1] } });
  expect(within({ smoke: [-1, 1], standard: [0, 1] }, on(-2, 2)).margin.standard).toEqual([0, 1]);
  expect(forAll(fc.nat(), { ...said, holds: () => true })).toMatchObject({ kind: "forAll", runs: { smoke: 1000 } });
});

test("saying it of the same estimand in other words: only the words are taken over", () => {
  const other = atMost(0.2, on(0, 1));
  expect(atLeast(0.1, other)).toMatchObject({ kind: "atLeast", margin: { smoke: 0.1 } });
  expect(within([0.1, 0.2], other)).toMatchObject({ kind: "within", margin: { smoke: [0.1, 0.2] } });
});

describe("a vacuous or undecidable margin is rejected", () => {
  test.each([0, 1, -0.1, 1.1, NaN, Infinity])("%d on [0, 1]", (margin) => {
    for (const word of [atMost, atLeast]) {
      expect(() => word(margin, on(0, 1))).toThrow(`a margin must lie strictly inside the range (0, 1), got ${margin}`);
      expect(() => word({ smoke: 0.5, full: margin }, on(0, 1))).toThrow(RangeError);
    }
    expect(() => within([margin, 0.9], on(0, 1))).toThrow(RangeError);
    expect(() => within([0.1, margin], on(0, 1))).toThrow(RangeError);
  });

  test("an empty or reversed pair", () => {
    for (const pair of [[0.5, 0.5], [0.6, 0.4]] as const) {
      expect(() => within(pair, on(0, 1))).toThrow(`margins of "within" must be [low, high] with low < high, got [${pair.join(", ")}]`);
    }
  });
});

test.each([[1, 1], [1, 0], [NaN, 1], [0, Infinity], [-1e308, 1e308]])("the range [%d, %d] is rejected", (low, high) => {
  for (const word of [atMost, atLeast]) {
    expect(() => word((low + high) / 2, on(low, high))).toThrow(/^a claim's range must be two finite numbers \[low, high\]/);
  }
  expect(() => within([0.1, 0.2], on(low, high))).toThrow(RangeError);
});

test.each([0, -1, 1.5, NaN, Infinity])("%d draws are rejected", (runs) => {
  expect(() => forAll(fc.nat(), { ...said, holds: () => true, runs })).toThrow(`"forAll" draws a positive number of values, got ${runs}`);
  expect(() => forAll(fc.nat(), { ...said, holds: () => true, runs: { smoke: 1, full: runs } })).toThrow(RangeError);
});
