import fc from "fast-check";
import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { uniformityDistance } from "../../../src/statistics/calibration/uniformityDistance.js";

const rank = fc.double({ min: 0, max: 1, noNaN: true });
const kernel = (u: number, v: number): number => 1 / 3 + (u * u + v * v) / 2 - Math.max(u, v);

test("is the mean of the pair kernel over all pairs", () => {
  fc.assert(
    fc.property(fc.array(rank, { minLength: 2, maxLength: 12 }), (ranks) => {
      const pairs = ranks.flatMap((u, i) => ranks.slice(0, i).map((v) => kernel(u, v)));
      expect(uniformityDistance(ranks)).toBeCloseTo(pairs.reduce((sum, k) => sum + k, 0) / pairs.length, 12);
    }),
  );
});

test("is bounded: −1/6 for the ranks 0 and 1, 1/3 where all are at one end", () => {
  fc.assert(
    fc.property(fc.array(rank, { minLength: 2, maxLength: 12 }), (ranks) => {
      const distance = uniformityDistance(ranks);
      expect(distance).toBeGreaterThanOrEqual(-1 / 6 - 1e-12);
      expect(distance).toBeLessThanOrEqual(1 / 3 + 1e-12);
    }),
  );
  expect(uniformityDistance([0, 1])).toBeCloseTo(-1 / 6, 14);
  expect(uniformityDistance([1, 1, 1])).toBeCloseTo(1 / 3, 14);
});

test("is unbiased: 0 in the mean for uniform ranks, 1/12 for ranks at either end; false alarm 2e-6", () => {
  const stream = Key.root(4).stream();
  for (const [draw, expected] of [
    [() => stream.uniform(), 0],
    [() => (stream.uniform() < 0.5 ? 0 : 1), 1 / 12],
  ] as const) {
    const blocks = Array.from({ length: 20_000 }, () => uniformityDistance([draw(), draw(), draw()]));
    const mean = blocks.reduce((sum, d) => sum + d, 0) / blocks.length;
    const sd = Math.sqrt(blocks.reduce((sum, d) => sum + (d - mean) ** 2, 0) / blocks.length);
    expect(Math.abs(mean - expected)).toBeLessThan((4.9 * sd) / Math.sqrt(blocks.length));
  }
});

test("refuses fewer than two ranks, and what is no rank", () => {
  expect(() => uniformityDistance([0.5])).toThrow(new RangeError("ranks must hold at least 2 values, got 1"));
  expect(() => uniformityDistance([0.5, 1.5])).toThrow(new RangeError("ranks must be in [0, 1], got 1.5"));
  expect(() => uniformityDistance([0.5, NaN])).toThrow(new RangeError("ranks[1] must be finite, got NaN"));
});
