import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { ksDistance } from "../../../src/statistics/twoSample/ksDistance.js";
import { reference } from "./reference.js";

const [x, y] = [reference.x.map(([v]) => v), reference.y.map(([v]) => v)];

/** The definition: the largest gap of the two empirical distribution functions over all data points. */
function bruteForce(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const share = (sample: ArrayLike<number>, t: number): number =>
    Array.from(sample).filter((v) => v <= t).length / sample.length;
  return Math.max(...[...Array.from(a), ...Array.from(b)].map((t) => Math.abs(share(a, t) - share(b, t))));
}

test("golden value", () => {
  expect(ksDistance(x, y)).toBe(reference.ks_first_coordinate.D);
});

test("equals the definition on many tied and unequal samples", () => {
  for (let i = 0; i < 300; i++) {
    const stream = Key.root(i).stream();
    const values = 2 + (i % 9);
    const a = Float64Array.from({ length: 1 + (i % 7) }, () => Math.floor(values * stream.uniform()));
    const b = Float64Array.from({ length: 1 + (i % 11) }, () => Math.floor(values * stream.uniform()));
    expect(ksDistance(a, b)).toBeCloseTo(bruteForce(a, b), 14);
  }
});

test("ties between the samples do not separate them", () => {
  expect(ksDistance([1, 1, 1], [1])).toBe(0);
  expect(ksDistance([0, 0, 1], [0, 1, 1])).toBe(1 / 3);
  expect(ksDistance([0], [-0])).toBe(0);
  expect(ksDistance([1, 2], [3, 4])).toBe(1);
});

test("is symmetric and blind to increasing maps and to order", () => {
  const d = ksDistance(x, y);
  expect(ksDistance(y, x)).toBe(d);
  expect(ksDistance([...x].reverse(), y)).toBe(d);
  for (const map of [Math.exp, Math.atan, (v: number) => v ** 3, (v: number) => -7 + 2 * v]) {
    expect(ksDistance(x.map(map), y.map(map))).toBe(d);
  }
  expect(ksDistance(x.map((v) => -v), y.map((v) => -v))).toBe(d);
});

test("leaves its input alone, and refuses empty and NaN data", () => {
  const given = [3, 1, 2];
  ksDistance(given, given);
  expect(given).toEqual([3, 1, 2]);
  expect(() => ksDistance([], y)).toThrow("x must hold at least 1 values, got 0");
  expect(() => ksDistance(x, [NaN])).toThrow("y[0] must be finite, got NaN");
});
