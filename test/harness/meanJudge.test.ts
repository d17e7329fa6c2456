import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, atMost, type MeanClaim, within } from "../../src/harness/claim.js";
import { InvalidEvidence } from "../../src/harness/invalidEvidence.js";
import { MeanJudge } from "../../src/harness/meanJudge.js";
import { claimRecord } from "../../src/harness/record.js";
import { bernoulli } from "../../src/random/bernoulli.js";
import { Key } from "../../src/random/key.js";
import { confidenceInterval } from "../../src/statistics/confidenceInterval.js";
import { MeanTest } from "../../src/statistics/meanTest.js";

const said = { of: "Z", because: "theory", range: [0, 1] as const };
const judgeOf = (claim: MeanClaim, options: { alpha?: number; cap?: number } = {}): MeanJudge =>
  new MeanJudge("z", claim, { alpha: 1e-5, tier: "smoke", cap: 10_000, ...options });

/** The verdict after data with one value over and over. */
const verdictOf = (claim: MeanClaim, z: number): string => {
  const judge = judgeOf(claim);
  judge.observe(new Float64Array(10_000).fill(z));
  return judge.verdict;
};

describe("verdicts", () => {
  test.each([
    [atMost(0.5, said), 0.3, "upheld"],
    [atMost(0.5, said), 0.7, "refuted"],
    [atMost(0.5, said), 0.5, "inconclusive"],
    [atLeast(0.5, said), 0.7, "upheld"],
    [atLeast(0.5, said), 0.3, "refuted"],
    [atLeast(0.5, said), 0.5, "inconclusive"],
    [within([0.4, 0.6], said), 0.5, "upheld"],
    [within([0.4, 0.6], said), 0.3, "refuted"],
    [within([0.4, 0.6], said), 0.7, "refuted"],
    [within([0.4, 0.6], said), 0.6, "inconclusive"],
    [within([0.4, 0.6], said), 0.4, "inconclusive"],
  ])("%o at %d is %s", (claim, z, verdict) => {
    expect(verdictOf(claim, z)).toBe(verdict);
  });

  test("no data decide nothing", () => {
    expect(judgeOf(atMost(0.5, said)).record()).toMatchObject({ estimate: null, lower: 0, upper: 1, samples: 0, verdict: "inconclusive" });
  });
});

test("observations are judged on the scale of their range", () => {
  const ranges = fc.record({ low: fc.integer({ min: -1000, max: 1000 }), width: fc.integer({ min: 1, max: 1000 }) });
  fc.assert(
    fc.property(ranges, fc.array(fc.integer({ min: 0, max: 64 }), { maxLength: 100 }), ({ low, width }, sixtyFourths) => {
      const scaled = judgeOf(atMost(low + width / 4, { ...said, range: [low, low + width] }), { alpha: 0.05 });
      scaled.observe(sixtyFourths.map((n) => low + (width * n) / 64));
      const unit = judgeOf(atMost(0.25, said), { alpha: 0.05 });
      unit.observe(sixtyFourths.map((n) => n / 64));
      const [a, b] = [scaled.record(), unit.record()];
      expect([a.verdict, a.samples, a.saturated]).toEqual([b.verdict, b.samples, b.saturated]);
      expect(a.lower!).toBeCloseTo(low + width * b.lower!, 4);
      expect(a.upper!).toBeCloseTo(low + width * b.upper!, 4);
      if (b.estimate !== null) expect(a.estimate!).toBeCloseTo(low + width * b.estimate, 9);
    }),
  );
});

test("the record holds the test's evidence and the interval at its stop", () => {
  const stream = Key.root(1).stream();
  const z = Float64Array.from({ length: 500 }, () => bernoulli(stream, 0.2));
  const judge = judgeOf(atMost(0.5, said));
  judge.observe(z);
  const meanTest = new MeanTest(0.5, 1e-5);
  const n = meanTest.observe(z);
  const { lower, upper } = confidenceInterval(z.subarray(0, n), 1e-5);
  const record = judge.record();
  expect(record).toMatchObject({ verdict: "upheld", samples: n, lower, upper, margin: 0.5, range: [0, 1], alpha: 1e-5 });
  expect(record.logE).toEqual({ for: meanTest.logE.below, against: meanTest.logE.above });
  expect(claimRecord.parse(record)).toEqual(record);
});

test("within is two one-sided claims: upheld when both are, refuted when either is at α/2", () => {
  const alpha = 0.05;
  for (let i = 0; i < 200; i++) {
    const stream = Key.root(2).fold(i).stream();
    const z = Float64Array.from({ length: 400 }, () => bernoulli(stream, [0.3, 0.5, 0.65][i % 3]));
    const both = judgeOf(within([0.4, 0.7], said), { alpha });
    for (const x of z) both.observe(x);
    const low = new MeanTest(0.4, { above: alpha, below: alpha / 2 });
    const high = new MeanTest(0.7, { above: alpha / 2, below: alpha });
    const [n, m] = [low.observe(z), high.observe(z)];
    const refuted = low.decision === "below" || high.decision === "above";
    const upheld = low.decision === "above" && high.decision === "below";
    expect(both.verdict).toBe(refuted ? "refuted" : upheld ? "upheld" : "inconclusive");
    if (upheld) expect(both.samples).toBe(Math.max(n, m));
    if (refuted) expect(both.samples).toBe(low.decision === "below" ? n : m);
  }
});

describe("stopping", () => {
  test("a settled claim takes no more observations", () => {
    const judge = judgeOf(atMost(0.5, said));
    judge.observe(new Float64Array(1000));
    const { samples } = judge;
    expect(samples).toBeLessThan(40);
    judge.observe([1, 1]);
    judge.observe([NaN]);
    expect(judge.samples).toBe(samples);
  });

  test("the cap is never exceeded, and leaves the claim open", () => {
    const judge = judgeOf(atMost(0.5, said), { cap: 25 });
    judge.observe(new Float64Array(10).fill(0.5));
    expect(judge.settled).toBe(false);
    judge.observe(new Float64Array(100).fill(0.5));
    expect([judge.samples, judge.settled, judge.verdict]).toEqual([25, true, "inconclusive"]);
  });

  test("a number counts as one observation, and plain and typed arrays alike as many", () => {
    const judge = judgeOf(atMost(0.5, said));
    judge.observe(0.5);
    judge.observe([0.5, 0.5]);
    judge.observe(Float32Array.of(0.5, 0.5));
    judge.observe([]);
    expect(judge.samples).toBe(5);
  });
});

describe("bad evidence", () => {
  test.each([NaN, -0.1, 1.1, Infinity, undefined, null, "0.5", true])("an observation of %s names claim, place, value and range", (bad) => {
    const judge = judgeOf(atMost(0.5, said));
    judge.observe([0.5, 0.5]);
    const evidence = () => judge.observe([0.5, bad as number]);
    expect(evidence).toThrow(InvalidEvidence);
    expect(evidence).toThrow(`claim "z": observation 3 is ${String(bad)}, not a number in its range [0, 1]`);
    expect(judge.samples).toBe(2);
  });

  test.each([undefined, null, true, {}, () => 0.5])("evidence of %o is no list of numbers", (bad) => {
    expect(() => judgeOf(atMost(0.5, said)).observe(bad as number)).toThrow(InvalidEvidence);
  });
});

test("the share of observations at an end of the range is reported", () => {
  const judge = judgeOf(atMost(0.5, { ...said, range: [-1, 3] }));
  judge.observe([-1, 3, 0, 1]);
  expect(judge.record().saturated).toBe(0.5);
});

/** 400 claims at the margin, α = .05 a side: more than 55 wrong on a side have probability < 1e-10 (binomial). */
test("at the margin a true claim is refuted on at most a share α of runs", () => {
  let refuted = 0;
  for (let i = 0; i < 400; i++) {
    const stream = Key.root(3).fold(i).stream();
    const judge = judgeOf(within([0.2, 0.5], said), { alpha: 0.05 });
    judge.observe(Float64Array.from({ length: 500 }, () => bernoulli(stream, 0.5)));
    if (judge.verdict === "refuted") refuted++;
  }
  expect(refuted).toBeLessThanOrEqual(55);
});
