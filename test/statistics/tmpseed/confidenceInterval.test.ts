import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bernoulli } from "../../../src/random/bernoulli.js";
import { Key } from "../../../src/random/key.js";
import { confidenceInterval } from "../../../src/statistics/confidenceInterval.js";
import { EProcess } from "../../../src/statistics/eProcess.js";
import { MeanTest } from "../../../src/statistics/meanTest.js";
import { capitalByDefinition } from "../capitalByDefinition.js";

const unit = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const data = fc.array(unit, { maxLength: 60 });
const level = fc.constantFrom(0.5, 0.05, 1e-5);

const tosses = (key: Key, n: number, p: number): Float64Array => {
  const stream = key.stream();
  return Float64Array.from({ length: n }, () => bernoulli(stream, p));
};

test("is the set of means that a grid search by the definition does not reject", () => {
  const GRID = 1000;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), level, (z, alpha) => {
      const { lower, upper } = confidenceInterval(z, alpha);
      const kept: number[] = [];
      for (let i = 1; i < GRID; i++) {
        const capital = Math.max(capitalByDefinition("atMost", i / GRID, z), capitalByDefinition("atLeast", i / GRID, z));
        if (capital < 2 / alpha) kept.push(i / GRID);
      }
      if (kept.length === 0) {
        expect(upper - lower).toBeLessThan(1 / GRID);
        return;
      }
      const [first, last] = [kept[0], kept.at(-1)!];
      expect(kept).toHaveLength(Math.round((last - first) * GRID) + 1);
      expect(Math.abs(lower - (first - 0.5 / GRID))).toBeLessThanOrEqual(0.5 / GRID + 2e-8);
      expect(Math.abs(upper - (last + 0.5 / GRID))).toBeLessThanOrEqual(0.5 / GRID + 2e-8);
    }),
  );
});

test("contains the sample mean and stays within [0, 1]", () => {
  fc.assert(
    fc.property(data, level, (z, alpha) => {
      const { lower, upper } = confidenceInterval(z, alpha);
      const mean = z.length === 0 ? 0.5 : z.reduce((a, b) => a + b) / z.length;
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(mean + 1e-15);
      expect(upper).toBeGreaterThanOrEqual(mean - 1e-15);
    }),
  );
});

test("grows as α falls", () => {
  fc.assert(
    fc.property(data, (z) => {
      const [narrow, middle, wide] = [0.5, 0.05, 1e-9].map((alpha) => confidenceInterval(z, alpha));
      // Each end is found to 1e-8.
      expect(middle.lower).toBeLessThanOrEqual(narrow.lower + 1e-8);
      expect(wide.lower).toBeLessThanOrEqual(middle.lower + 1e-8);
      expect(middle.upper).toBeGreaterThanOrEqual(narrow.upper - 1e-8);
      expect(wide.upper).toBeGreaterThanOrEqual(middle.upper - 1e-8);
    }),
  );
});

test("is the dual of the test: it leaves out exactly the margins that 2/α rejects now", () => {
  fc.assert(
    fc.property(data, unit, level, (z, margin, alpha) => {
      const { lower, upper } = confidenceInterval(z, alpha);
      fc.pre(Math.min(Math.abs(margin - lower), Math.abs(margin - upper)) > 2e-8);
      const rejected = (["atMost", "atLeast"] as const).some((against) => {
        const process = new EProcess(against, margin);
        process.observe(z);
        return process.logCapital >= Math.log(2 / alpha);
      });
      expect(rejected).toBe(margin < lower || margin > upper);
    }),
  );
});

test("mirrors under z → 1 − z", () => {
  fc.assert(
    fc.property(data, level, (z, alpha) => {
      const { lower, upper } = confidenceInterval(z, alpha);
      const mirrored = confidenceInterval(z.map((x) => 1 - x), alpha);
      expect(Math.abs(mirrored.lower - (1 - upper))).toBeLessThan(2e-8);
      expect(Math.abs(mirrored.upper - (1 - lower))).toBeLessThan(2e-8);
    }),
  );
});

describe("its width", () => {
  test("shrinks about as 1/√n", () => {
    const z = tosses(Key.root(6 + 1000 * 8), 64_000, 0.4);
    const widths = [1000, 4000, 16_000, 64_000].map((n) => {
      const { lower, upper } = confidenceInterval(z.subarray(0, n), 0.05);
      return upper - lower;
    });
    // The sample variance of 1,000 tosses is within 20 % of .24 except with probability < 1e-20; one mixture
    // component more or less is worth a factor of 1.4 in the width at most.
    for (let i = 1; i < widths.length; i++) expect(widths[i] / widths[i - 1]).toBeLessThan(0.7);
    expect(widths[3]).toBeLessThan(0.03);
  });

  test("is about that of the best constant bet on nearly constant data", () => {
    const { lower, upper } = confidenceInterval(new Float64Array(1e5).fill(1e-3), 1e-5);
    expect(lower).toBeLessThan(1e-3);
    expect(upper).toBeGreaterThan(1e-3);
    expect(upper).toBeLessThan(1.2e-3);
  });
});

describe("ends", () => {
  test("no data: everything is possible", () => {
    expect(confidenceInterval([], 0.05)).toEqual({ lower: 0, upper: 1 });
  });

  test("all zeros or all ones leave their own end in", () => {
    const zeros = confidenceInterval(new Float64Array(1000), 0.05);
    expect(zeros.lower).toBe(0);
    expect(zeros.upper).toBeLessThan(0.01);
    const ones = confidenceInterval(new Float64Array(1000).fill(1), 0.05);
    expect(ones.upper).toBe(1);
    expect(ones.lower).toBeGreaterThan(0.99);
  });

  test("the smallest positive observations do not stall the search", () => {
    for (const z of [Number.MIN_VALUE, 1e-300, 1e-100, 1e-12, 1 - 2 ** -53]) {
      const { lower, upper } = confidenceInterval(new Float64Array(2000).fill(z), 1e-5);
      expect(lower).toBeLessThanOrEqual(z);
      expect(upper).toBeGreaterThanOrEqual(z);
      expect(upper - lower).toBeLessThan(0.02);
    }
  });

  test("the smallest α is still a level", () => {
    const { lower, upper } = confidenceInterval(new Float64Array(5000), Number.MIN_VALUE);
    expect(lower).toBe(0);
    expect(upper).toBeLessThan(0.5);
  });
});

test("bad levels and observations are rejected", () => {
  for (const alpha of [0, 1, -1, NaN]) {
    expect(() => confidenceInterval([0.5], alpha)).toThrow(`alpha must be in (0, 1), got ${alpha}`);
  }
  for (const bad of [NaN, -0.1, 1.1, Infinity]) {
    expect(() => confidenceInterval([0.5, bad], 0.05)).toThrow(`observation 1 is ${bad}, not in [0, 1]`);
  }
});

/** 2,000 sequences of 300 watched at every n; more than 178 misses at α = .05 have probability ≤ 3e-13. */
test("covers the mean at all times, by duality with the test", () => {
  let missed = 0;
  for (let i = 0; i < 2000; i++) {
    const test = new MeanTest(0.2, 0.025);
    test.observe(tosses(Key.root(7 + 1000 * 8).fold(i), 300, 0.2));
    if (test.decision !== "undecided") missed++;
  }
  expect(missed).toBeLessThanOrEqual(178);
});
