import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bernoulli } from "../../../src/random/bernoulli.js";
import { Key } from "../../../src/random/key.js";
import { EProcess, type NullHypothesis } from "../../../src/statistics/eProcess.js";
import { capitalByDefinition } from "../capitalByDefinition.js";

const NULLS = ["atMost", "atLeast"] as const;
const unit = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const inside = fc.double({ min: 1e-3, max: 1 - 1e-3, noNaN: true });
const data = fc.array(unit, { maxLength: 60 });

const fed = (against: NullHypothesis, margin: number, z: ArrayLike<number>): EProcess => {
  const process = new EProcess(against, margin);
  process.observe(z);
  return process;
};

describe("the capital", () => {
  test("is the mean of K products of 1 + f g", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NULLS), inside, data, (against, margin, z) => {
        const expected = Math.log(capitalByDefinition(against, margin, z));
        expect(Math.abs(fed(against, margin, z).logCapital - expected)).toBeLessThan(1e-9);
      }),
    );
  });

  test("is 1 without data", () => {
    for (const against of NULLS) expect(new EProcess(against, 0.3).logCapital).toBeCloseTo(0, 14);
  });

  test("does not depend on the order of the data", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NULLS), inside, data, (against, margin, z) => {
        const backwards = fed(against, margin, [...z].reverse()).logCapital;
        expect(Math.abs(fed(against, margin, z).logCapital - backwards)).toBeLessThan(1e-9);
      }),
    );
  });

  test("adds up over batches and merges", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NULLS), inside, data, data, (against, margin, a, b) => {
        const whole = fed(against, margin, [...a, ...b]);
        const batches = fed(against, margin, a);
        batches.observe(b);
        const merged = fed(against, margin, a);
        merged.merge(fed(against, margin, b));
        for (const parts of [batches, merged]) {
          expect(parts.count).toBe(whole.count);
          expect(Math.abs(parts.logCapital - whole.logCapital)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test("is one process's mirror image of the other's", () => {
    fc.assert(
      fc.property(inside, data, (margin, z) => {
        const mirrored = fed("atLeast", 1 - margin, z.map((x) => 1 - x)).logCapital;
        expect(Math.abs(fed("atMost", margin, z).logCapital - mirrored)).toBeLessThan(1e-8);
      }),
    );
  });

  test("falls by at most 4 with an observation", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NULLS), unit, data, unit, (against, margin, z, next) => {
        const process = fed(against, margin, z);
        const before = process.logCapital;
        process.observe([next]);
        expect(process.logCapital).toBeGreaterThan(before - 4);
      }),
    );
  });
});

describe("the ends of the range", () => {
  const edges = [0, Number.MIN_VALUE, 1e-320, 1e-200, 1e-100, 2 ** -53, 0.5, 1 - 2 ** -53, 1];

  test.each(edges)("margin %d keeps the capital finite on constant data at every edge", (margin) => {
    for (const against of NULLS) {
      for (const z of edges) {
        const process = fed(against, margin, new Float64Array(5000).fill(z));
        expect(Number.isFinite(process.logCapital), `${against} ${margin}, z = ${z}: ${process.logCapital}`).toBe(true);
      }
    }
  });

  test("data on the side of the null win nothing", () => {
    for (const margin of edges) {
      for (const z of edges) {
        for (const against of NULLS) {
          if (against === "atMost" ? z > margin : z < margin) continue;
          expect(fed(against, margin, new Float64Array(100).fill(z)).logCapital).toBeLessThanOrEqual(1e-9);
        }
      }
    }
  });

  test("data on the other side of the margin win without bound", () => {
    expect(fed("atMost", 0, [1e-90]).logCapital).toBeGreaterThan(15);
    expect(fed("atLeast", 1, [1 - 2 ** -53]).logCapital).toBeGreaterThan(100);
    expect(fed("atMost", 0.5, new Float64Array(1e6).fill(1)).logCapital).toBeCloseTo(1e6 * Math.log(1.98) - Math.log(16), 3);
  });

  test("a million fair tosses neither win nor overflow", () => {
    const stream = Key.root(1 + 1000 * 8).stream();
    const z = Float64Array.from({ length: 1e6 }, () => bernoulli(stream, 0.5));
    for (const against of NULLS) {
      const { logCapital, count } = fed(against, 0.5, z);
      expect(count).toBe(1e6);
      expect(Number.isFinite(logCapital)).toBe(true);
      // P(capital ≥ e²⁰) ≤ 2.1e-9 by Ville's inequality.
      expect(logCapital).toBeLessThan(20);
    }
  });
});

describe("bad input", () => {
  test.each([NaN, -1e-300, 1 + 2 ** -52, Infinity, -Infinity, undefined])("an observation of %s changes nothing", (bad) => {
    const process = fed("atMost", 0.5, [0.9, 0.2]);
    const { logCapital, count } = process;
    const batch = [...new Array<number>(99).fill(1), bad as number];
    expect(() => process.observe(batch)).toThrow(new RangeError(`observation 99 is ${bad}, not in [0, 1]`));
    expect(process.logCapital).toBe(logCapital);
    expect(process.count).toBe(count);
  });

  test.each([NaN, -1e-9, 1.0000001, Infinity])("a margin of %d is rejected", (margin) => {
    expect(() => new EProcess("atMost", margin)).toThrow(`an e-process needs a margin in [0, 1], got ${margin}`);
  });

  test("evidence about another null is not merged", () => {
    const process = new EProcess("atMost", 0.5);
    for (const other of [new EProcess("atLeast", 0.5), new EProcess("atMost", 0.4)]) {
      expect(() => process.merge(other)).toThrow(/^cannot add evidence against/);
    }
  });
});

test("a copy goes its own way", () => {
  const process = fed("atMost", 0.5, [1, 1, 0]);
  const copy = process.clone();
  expect(copy.logCapital).toBe(process.logCapital);
  copy.observe([1]);
  expect(process.count).toBe(3);
  expect(copy.count).toBe(4);
});

describe("stopping", () => {
  test("happens at the first crossing, as one observation at a time finds it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NULLS),
        inside,
        fc.array(unit, { maxLength: 300 }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (against, margin, z, threshold) => {
          const slow = new EProcess(against, margin);
          let crossing = 0;
          while (crossing < z.length) {
            slow.observe([z[crossing++]]);
            if (slow.logCapital >= threshold) break;
          }
          // Where rounding decides, either answer is right.
          fc.pre(Math.abs(slow.logCapital - threshold) > 1e-8);
          const process = new EProcess(against, margin);
          expect(process.observe(z, threshold)).toBe(crossing);
          expect(process.count).toBe(crossing);
        },
      ),
    );
  });

  test("a threshold that was reached is not taken back by rounding", () => {
    for (let i = 0; i < 300; i++) {
      const stream = Key.root(2 + 1000 * 8).fold(i).stream();
      const z = Float64Array.from({ length: 2000 }, () => bernoulli(stream, 0.7));
      const process = new EProcess("atMost", 0.5);
      expect(process.observe(z, Math.log(20))).toBeLessThan(z.length);
      expect(process.logCapital).toBeGreaterThanOrEqual(Math.log(20));
    }
  });

  test("thresholds beyond the range of exp are reached in their turn", () => {
    const z = new Float64Array(5000).fill(1);
    const taken = new EProcess("atMost", 0.5).observe(z, 2000);
    expect(taken).toBe(Math.ceil((2000 + Math.log(16)) / Math.log(1.98)));
  });
});

/** 2,000 runs of 500 at the margin: more than 178 crossings at 1/α = 20 have probability ≤ 3e-13 (binomial, .05). */
test.each(NULLS)("Ville: against %s, the capital reaches 1/α on at most a share α of runs", (against) => {
  let crossed = 0;
  for (let i = 0; i < 2000; i++) {
    const stream = Key.root(3 + 1000 * 8).fold(against).fold(i).stream();
    const z = Float64Array.from({ length: 500 }, () => bernoulli(stream, 0.3));
    if (new EProcess(against, 0.3).observe(z, Math.log(20)) < z.length) crossed++;
  }
  expect(crossed).toBeLessThanOrEqual(178);
});
