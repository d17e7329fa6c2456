import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bernoulli } from "../../src/random/bernoulli.js";
import { Key } from "../../src/random/key.js";
import { EProcess } from "../../src/statistics/eProcess.js";
import { type Decision, MeanTest } from "../../src/statistics/meanTest.js";

const unit = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const MIRROR: Record<Decision, Decision> = { above: "below", below: "above", undecided: "undecided" };

const tosses = (key: Key, n: number, p: number): Float64Array => {
  const stream = key.stream();
  return Float64Array.from({ length: n }, () => bernoulli(stream, p));
};

test("z → 1 − z exchanges above and below", () => {
  // Multiples of 1/64 mirror exactly.
  const sixtyFourths = fc.integer({ min: 0, max: 64 }).map((n) => n / 64);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 63 }), fc.array(sixtyFourths, { maxLength: 200 }), (m, z) => {
      const test = new MeanTest(m / 64, 0.05);
      const mirrored = new MeanTest(1 - m / 64, 0.05);
      expect(mirrored.observe(z.map((x) => 1 - x))).toBe(test.observe(z));
      expect(mirrored.decision).toBe(MIRROR[test.decision]);
      expect(mirrored.logE.below).toBeCloseTo(test.logE.above, 9);
    }),
  );
});

test("evidence is that of one e-process on each side", () => {
  fc.assert(
    fc.property(unit, fc.array(unit, { maxLength: 60 }), (margin, z) => {
      const test = new MeanTest(margin, 1e-300);
      const taken = z.slice(0, test.observe(z));
      for (const [side, against] of [["above", "atMost"], ["below", "atLeast"]] as const) {
        const process = new EProcess(against, margin);
        process.observe(taken);
        expect(test.logE[side]).toBeCloseTo(process.logCapital, 9);
      }
    }),
  );
});

test("the decision does not depend on how the data are cut into batches", () => {
  for (let i = 0; i < 100; i++) {
    const z = tosses(Key.root(4).fold(i), 400, 0.6);
    const whole = new MeanTest(0.5, 0.01);
    whole.observe(z);
    const single = new MeanTest(0.5, 0.01);
    for (const x of z) single.observe([x]);
    expect([single.decision, single.count]).toEqual([whole.decision, whole.count]);
    expect(single.logE.above).toBeCloseTo(whole.logE.above, 9);
    expect(single.logE.below).toBeCloseTo(whole.logE.below, 9);
  }
});

describe("a decision", () => {
  test("stops the test: nothing more is taken", () => {
    const test = new MeanTest(0.5, 0.05);
    expect(test.observe(new Float64Array(100))).toBe(8);
    const { logE } = test;
    expect(test.decision).toBe("below");
    expect(test.observe([1, 1, 1])).toBe(0);
    expect(test.count).toBe(8);
    expect(test.logE).toEqual(logE);
  });

  test("follows the mean", () => {
    const ones = new MeanTest(0.5, 1e-5);
    ones.observe(new Float64Array(100).fill(1));
    expect(ones.decision).toBe("above");
    const undecided = new MeanTest(0.5, 1e-5);
    expect(undecided.observe(new Float64Array(10_000).fill(0.5))).toBe(10_000);
    expect(undecided.decision).toBe("undecided");
  });

  test("on one side comes as soon as its own level is reached", () => {
    const steps = (above: number, below: number, z: number): number => {
      const test = new MeanTest(0.5, { above, below });
      return test.observe(new Float64Array(1000).fill(z));
    };
    expect(steps(0.05, 1e-9, 1)).toBeLessThan(steps(1e-9, 0.05, 1));
    expect(steps(0.05, 1e-9, 1)).toBe(steps(1e-9, 0.05, 0));
    expect(steps(0.05, 1e-9, 1)).toBe(steps(0.05, 0.5, 1));
  });

  test("is possible at both ends of the range", () => {
    const low = new MeanTest(0, 1e-5);
    low.observe([0, 0, 1e-3]);
    expect(low.decision).toBe("above");
    const high = new MeanTest(1, 1e-5);
    high.observe([1, 1, 0.9]);
    expect(high.decision).toBe("below");
  });
});

test("a bad observation is rejected and changes nothing", () => {
  for (const bad of [NaN, -0.1, 1.1, Infinity]) {
    const test = new MeanTest(0.5, 0.05);
    test.observe([1, 0]);
    const { logE } = test;
    expect(() => test.observe([1, bad])).toThrow(`observation 1 is ${bad}, not in [0, 1]`);
    expect(test.count).toBe(2);
    expect(test.logE).toEqual(logE);
  }
});

test("margins and levels outside their domain are rejected", () => {
  for (const alpha of [0, 1, -0.1, NaN, Infinity]) {
    expect(() => new MeanTest(0.5, alpha)).toThrow(`alpha must be in (0, 1), got ${alpha}`);
    expect(() => new MeanTest(0.5, { above: 0.1, below: alpha })).toThrow(`alpha must be in (0, 1), got ${alpha}`);
  }
  expect(() => new MeanTest(NaN, 0.05)).toThrow("an e-process needs a margin in [0, 1], got NaN");
});

/** 2,000 runs at the margin: more than 178 wrong decisions on a side have probability ≤ 3e-13 (binomial, α = .05). */
test("at the margin each decision is wrong on at most a share α of runs", () => {
  const wrong = { above: 0, below: 0, undecided: 0 };
  for (let i = 0; i < 2000; i++) {
    const test = new MeanTest(0.3, 0.05);
    test.observe(tosses(Key.root(5).fold(i), 500, 0.3));
    wrong[test.decision]++;
  }
  expect(wrong.above).toBeLessThanOrEqual(178);
  expect(wrong.below).toBeLessThanOrEqual(178);
});
