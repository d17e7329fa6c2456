import { expect, test } from "vitest";
import { pairedDifference } from "../../src/leaderboard/pairedDifference.js";
import { Key } from "../../src/random/key.js";
import { confidenceInterval } from "../../src/statistics/confidenceInterval.js";

const uniforms = (label: string, n: number): Float64Array => {
  const stream = Key.root(0).fold(label).stream();
  return Float64Array.from({ length: n }, () => stream.uniform());
};

test("is a minus b: below zero where a is lower", () => {
  const high = uniforms("a", 300).map((u) => 0.5 + 0.5 * u);
  const low = high.map((score) => score - 0.4);
  const found = pairedDifference(low, high, [0, 1], 0.01);
  expect(found.difference).toBeCloseTo(-0.4, 12);
  expect(found.upper).toBeLessThan(0);
  expect(pairedDifference(high, low, [0, 1], 0.01).lower).toBeGreaterThan(0);
});

test("exchanging the two mirrors the interval", () => {
  const [a, b] = [uniforms("a", 200), uniforms("b", 200)];
  const [ab, ba] = [pairedDifference(a, b, [0, 1], 0.05), pairedDifference(b, a, [0, 1], 0.05)];
  expect(ab.difference).toBeCloseTo(-ba.difference, 12);
  expect(ab.lower).toBeCloseTo(-ba.upper, 7);
  expect(ab.upper).toBeCloseTo(-ba.lower, 7);
});

test("is the interval of a mean in [0, 1], on the scale of the score", () => {
  const [a, b] = [uniforms("a", 200), uniforms("b", 200)];
  const unit = confidenceInterval(a.map((value, i) => (value - b[i] + 1) / 2), 0.05);
  const scaled = pairedDifference(a.map((v) => 7 * v - 3), b.map((v) => 7 * v - 3), [-3, 4], 0.05);
  expect(scaled.lower).toBeCloseTo(7 * (2 * unit.lower - 1), 6);
  expect(scaled.upper).toBeCloseTo(7 * (2 * unit.upper - 1), 6);
  expect(scaled.difference).toBeCloseTo(7 * (a.reduce((s, v) => s + v, 0) - b.reduce((s, v) => s + v, 0)) / 200, 12);
});

test("equal scores differ by exactly 0, never decided", () => {
  const a = uniforms("a", 5000);
  const { difference, lower, upper } = pairedDifference(a, a, [0, 1], 0.05);
  expect(difference).toBe(0);
  expect(lower).toBeLessThan(0);
  expect(upper).toBeGreaterThan(0);
});

test("a smaller level gives a wider interval; one case decides nothing", () => {
  const [a, b] = [uniforms("a", 200), uniforms("b", 200)];
  const width = (alpha: number): number => pairedDifference(a, b, [0, 1], alpha).upper - pairedDifference(a, b, [0, 1], alpha).lower;
  expect(width(0.001)).toBeGreaterThan(width(0.05));
  const one = pairedDifference([0], [1], [0, 1], 0.05);
  expect([one.difference, one.lower]).toEqual([-1, -1]);
  expect(one.upper).toBeGreaterThan(0);
});

test.each([
  [[], [], "paired scores must be as many, and at least one, got 0 and 0"],
  [[1], [1, 0], "paired scores must be as many, and at least one, got 1 and 2"],
  [[0, NaN], [0, 0], "score 1 is NaN, not in [0, 1]"],
  [[0, 0], [Infinity, 0], "score 0 is Infinity, not in [0, 1]"],
  [[1.5, 0], [1.25, 0], "score 0 is 1.5, not in [0, 1]"],
])("%j and %j are refused", (a, b, message) => {
  expect(() => pairedDifference(a, b, [0, 1], 0.05)).toThrow(new RangeError(message));
});

test("a level outside (0, 1) is refused", () => {
  for (const alpha of [0, 1, NaN]) expect(() => pairedDifference([0], [1], [0, 1], alpha)).toThrow(RangeError);
});
