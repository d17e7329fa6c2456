import { describe, expect, test } from "vitest";
import { leastErrorThreshold, type ThresholdCase } from "../../../src/models/baselines/leastErrorThreshold.js";
import { Key } from "../../../src/random/key.js";

const loss = (cases: readonly ThresholdCase[], c: number): number =>
  cases.reduce((sum, row) => sum + (row.statistic > c ? row.above : row.below), 0);
const row = (statistic: number, above: number, below: number): ThresholdCase => ({ statistic, above, below });

describe("leastErrorThreshold", () => {
  test("no threshold does better, also where statistics tie; of equals, the largest decision", () => {
    for (let seed = 0; seed < 200; seed++) {
      const stream = Key.root(seed).stream();
      const size = Math.floor(12 * stream.uniform());
      const cases = Array.from({ length: size }, () => {
        const [statistic, above, below] = [6, 2, 2].map((values) => Math.floor(values * stream.uniform()));
        return row(statistic, above, below);
      });
      const best = leastErrorThreshold(cases);
      for (const c of [-Infinity, 0, 1, 2, 3, 4, 5, Infinity]) {
        expect(loss(cases, best)).toBeLessThanOrEqual(loss(cases, c));
        const decidesMore = cases.some(({ statistic }) => statistic > best && statistic <= c);
        if (decidesMore) expect(loss(cases, c)).toBeGreaterThan(loss(cases, best));
      }
    }
  });

  test("all above, none above, none at all", () => {
    expect(leastErrorThreshold([row(1, 0, 1), row(2, 0, 1)])).toBe(0);
    expect(leastErrorThreshold([row(1, 1, 0), row(2, 1, 0)])).toBe(Infinity);
    expect(leastErrorThreshold([row(1, 0, 0)])).toBe(Infinity);
    expect(leastErrorThreshold([])).toBe(Infinity);
  });

  test("leaves the cases as they are", () => {
    const cases = Object.freeze([row(1, 1, 0), row(3, 0, 1), row(2, 1, 0)]);
    expect(leastErrorThreshold(cases)).toBe(2);
    expect(cases.map(({ statistic }) => statistic)).toEqual([1, 3, 2]);
  });

  test("refuses bad input", () => {
    const error = new RangeError("a case must hold finite numbers, got NaN, 0, 1");
    expect(() => leastErrorThreshold([row(NaN, 0, 1)])).toThrow(error);
    expect(() => leastErrorThreshold([row(0, Infinity, 1)])).toThrow(RangeError);
  });
});
