import fc from "fast-check";
import { expect, it } from "vitest";
import { type Bounds, ratioInterval } from "../../src/report/ratioInterval.js";

const ANY = [-1, 1] as const;

it("is the ratio of the ends where the difference says nothing", () => {
  expect(ratioInterval([0.1, 0.2], [0.4, 0.5], ANY)).toEqual([0.2, 0.5]);
});

it("is narrow where the difference is known well, though neither number is", () => {
  const [lower, upper] = ratioInterval([0.2, 0.3], [0.2, 0.3], [-0.001, 0.001]);
  expect(lower).toBeCloseTo(1 - 0.001 / 0.201, 12);
  expect(upper).toBeCloseTo(1 + 0.001 / 0.2, 12);
});

it("holds every possible ratio, and its ends are possible ones", () => {
  const unit = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
  const around = (value: number, low: number, high: number): Bounds => [value - low, value + high];
  fc.assert(
    fc.property(unit, unit, fc.array(unit, { minLength: 6, maxLength: 6 }), (p, q, [a, b, c, d, e, f]) => {
      const [P, Q, D] = [around(p, a * p, b), around(q + 0.01, c * q, d), around(p - q - 0.01, e, f)];
      const [lower, upper] = ratioInterval(P, Q, D);
      expect(p / (q + 0.01)).toBeGreaterThanOrEqual(lower - 1e-12);
      expect(p / (q + 0.01)).toBeLessThanOrEqual(upper + 1e-12);
      const grid = Array.from({ length: 401 }, (_, i) => Q[0] + ((Q[1] - Q[0]) * i) / 400).filter((y) => y > 0);
      const ranges = grid.map((y) => [Math.max(P[0], y + D[0]) / y, Math.min(P[1], y + D[1]) / y]).filter(([low, high]) => low <= high);
      for (const [low, high] of ranges) {
        expect(low).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(high).toBeLessThanOrEqual(upper + 1e-12);
      }
    }),
  );
});

it("takes intervals that touch in one point, which rounding moves", () => {
  // 0.03 - 0.01 is 0.019999999999999997
  const [lower, upper] = ratioInterval([0.03, 0.03], [0.01, 0.01], [0.03 - 0.01, 0.03 - 0.01]);
  expect([lower, upper]).toEqual([expect.closeTo(3, 12), expect.closeTo(3, 12)]);
});

it("has no upper end where the denominator may be 0", () => {
  expect(ratioInterval([0.1, 0.2], [0, 0.5], ANY)).toEqual([0.2, Infinity]);
  expect(ratioInterval([0, 0.2], [0, 0.5], ANY)).toEqual([0, Infinity]);
});

it("refuses intervals that are none, or contradict each other", () => {
  expect(() => ratioInterval([NaN, 1], [0, 1], ANY)).toThrow("P must be an interval of numbers ≥ 0, got [NaN, 1]");
  expect(() => ratioInterval([0, 1], [-1, 1], ANY)).toThrow("Q must be an interval of numbers ≥ 0, got [-1, 1]");
  expect(() => ratioInterval([0, 1], [0, 1], [NaN, 1])).toThrow("P, Q and D must have common points");
  expect(() => ratioInterval([0.1, 0.2], [0.4, 0.5], [0, 1])).toThrow("got [0.1, 0.2], [0.4, 0.5] and [0, 1]");
});
