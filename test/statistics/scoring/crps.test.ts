import fc from "fast-check";
import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { crps } from "../../../src/statistics/scoring/crps.js";

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });

/** The definition, pair by pair. */
function byDefinition(ensemble: readonly number[], observed: number): number {
  const m = ensemble.length;
  const error = ensemble.reduce((sum, x) => sum + Math.abs(x - observed), 0) / m;
  const spread = ensemble.reduce((sum, x) => sum + ensemble.reduce((inner, y) => inner + Math.abs(x - y), 0), 0);
  return error - spread / (2 * m * (m - 1));
}

test("equals its definition, pair by pair", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 20 }), value, (ensemble, observed) => {
      expect(crps(ensemble, observed)).toBeCloseTo(byDefinition(ensemble, observed), 8);
    }),
  );
});

test("is the absolute error of an ensemble without spread, moves with the data and scales with it", () => {
  expect(crps([2, 2, 2], 5)).toBe(3);
  expect(crps([11, 13, 19], 14)).toBeCloseTo(crps([1, 3, 9], 4), 12);
  expect(crps([-2, -6, -18], -8)).toBeCloseTo(2 * crps([1, 3, 9], 4), 12);
});

test("is fair: for x, y ~ N(0, 1) its mean is 1/√π at every m; false alarm 1e-6, seen at a bias of 2 %", () => {
  const stream = Key.root(0).stream();
  const [n, m] = [40_000, 3];
  const scores = Array.from({ length: n }, () => crps(Array.from({ length: m }, () => normal(stream)), normal(stream)));
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const sd = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / n);
  expect(Math.abs(mean - 1 / Math.sqrt(Math.PI))).toBeLessThan((4.9 * sd) / Math.sqrt(n));
  expect((4.9 * sd) / Math.sqrt(n)).toBeLessThan(0.02);
});

test("leaves the ensemble as it is, and refuses fewer than two members or what is not finite", () => {
  const ensemble = [3, 1, 2];
  crps(ensemble, 0);
  expect(ensemble).toEqual([3, 1, 2]);
  expect(() => crps([1], 0)).toThrow(new RangeError("ensemble must hold at least 2 values, got 1"));
  expect(() => crps([1, NaN], 0)).toThrow(new RangeError("ensemble[1] must be finite, got NaN"));
  expect(() => crps([1, 2], Infinity)).toThrow(new RangeError("observed must be finite, got Infinity"));
});
