import { describe, expect, test } from "vitest";
import { accumulateEvidence } from "../../src/harness/ledgerEvidence.js";
import { ledgerEntries } from "../../src/harness/ledgerEntry.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";
import { verifyTheorem } from "../../src/harness/verifyTheorem.js";
import { bernoulli } from "../../src/random/bernoulli.js";
import { Key } from "../../src/random/key.js";
import { MeanTest } from "../../src/statistics/meanTest.js";
import { coin } from "./coin.js";
import { entryOf } from "./ledgers.js";
import { runOf, theoremOf } from "./records.js";

const weak = { logE: { for: 5, against: -2 }, verdict: "inconclusive" } as const;

describe("logarithms add up", () => {
  test("over distinct seeds, and decide at 1/α", () => {
    const runs = [0, 1, 2].map((seed) => entryOf({ ...weak, seed, samples: 100 }));
    const [found] = accumulateEvidence(runs, 1e-5).evidence;
    expect(found).toMatchObject({ seeds: [0, 1, 2], repeated: 0, samples: 300, logE: { for: 15, against: -6 }, verdict: "upheld" });
    expect(accumulateEvidence(runs.slice(1), 1e-5).evidence[0].verdict).toBe("inconclusive");
    expect(accumulateEvidence(runs.slice(1), 1e-4).evidence[0].verdict).toBe("upheld");
  });

  test("equal seeds count once, and the first line counts whatever it found", () => {
    const [found] = accumulateEvidence([entryOf(weak), entryOf({ logE: { for: 100, against: 0 } }), entryOf(weak)], 1e-5).evidence;
    expect(found).toMatchObject({ seeds: [0], repeated: 2, samples: 40, logE: weak.logE, verdict: "inconclusive" });
  });

  test("against the claim, also where another run was for it", () => {
    const runs = [entryOf(), entryOf({ seed: 1, logE: { for: -1, against: 20 }, verdict: "refuted" })];
    expect(accumulateEvidence(runs, 1e-5).evidence[0]).toMatchObject({ logE: { for: 11, against: 19 }, verdict: "refuted" });
  });

  test("of within, half of each e-value against", () => {
    const runs = [0, 1].map((seed) => entryOf({ ...weak, seed, kind: "within", margin: [0.4, 0.6] }));
    const [{ logE }] = accumulateEvidence(runs, 1e-5).evidence;
    expect(logE?.for).toBe(10);
    expect(logE?.against).toBeCloseTo(-4 - 2 * Math.log(2), 12);
  });
});

test.each([
  ["claim", { claim: "tails" }],
  ["spec", { specHash: "01" }],
  ["tier", { tier: "standard" }],
  ["margin", { margin: 0.4 }],
  ["backend", { backend: "tfjs-wasm" }],
  ["version", { version: "0.2.0" }],
  ["commit", { commit: "abc" }],
] as const)("runs of another %s are another claim's", (_, changes) => {
  const { evidence } = accumulateEvidence([entryOf(weak), entryOf({ ...weak, seed: 1, ...changes })], 1e-5);
  expect(evidence.map(({ seeds }) => seeds.length)).toEqual([1, 1]);
});

test("runs of changed working copies are left out and counted", () => {
  const changed = entryOf({ seed: 1, commit: "abc+dirty" });
  expect(accumulateEvidence([entryOf(), changed, changed], 1e-5)).toMatchObject({ unidentified: 2, evidence: [{ seeds: [0] }] });
});

test("one invalid run makes its claim invalid", () => {
  const invalid = { logE: null, verdict: "invalid" } as const;
  const [found] = accumulateEvidence([entryOf(), entryOf({ ...invalid, seed: 1 })], 1e-5).evidence;
  expect(found).toMatchObject({ logE: null, verdict: "invalid" });
});

test("a property is refuted by one counterexample, and has no e-value", () => {
  const property = { kind: "forAll", margin: null, range: null, alpha: null, logE: null } as const;
  const runs = [0, 1].map((seed) => entryOf({ ...property, seed }));
  expect(accumulateEvidence(runs, 1e-5).evidence[0]).toMatchObject({ samples: 80, logE: null, verdict: "upheld" });
  const refuted = accumulateEvidence([...runs, entryOf({ ...property, seed: 2, verdict: "refuted" })], 1e-5);
  expect(refuted.evidence[0].verdict).toBe("refuted");
});

test.each([0, 1, NaN])("α = %s is refused", (alpha) => {
  expect(() => accumulateEvidence([], alpha)).toThrow(`alpha must be in (0, 1), got ${alpha}`);
});

// At p = .3 a run of 60 tosses wins log e-values of mean 3.4 and standard deviation 3 or so; 40 runs lie over 6 sigma above
// log 1e5, one run lies 2.7 sigma below.
test("runs that are inconclusive one by one decide together (false alarm < 1e-8)", async () => {
  const definition = coin({ world: { p: 0.3 }, budget: { smoke: { samples: 60 } } });
  const found = await Promise.all(
    Array.from({ length: 40 }, async (_, seed) => {
      const findings = await verifyTheorem("coin", definition, { ...DEFAULT_SETTINGS, seed });
      return ledgerEntries(runOf({ run: { ...runOf().run, seed }, theorems: [theoremOf({ ...findings, id: "coin" })] }));
    }),
  );
  expect(found.flat().filter(({ verdict }) => verdict === "inconclusive").length).toBeGreaterThan(20);
  const { evidence } = accumulateEvidence(found.flat(), 1e-5);
  expect(evidence.map(({ verdict, seeds }) => [verdict, seeds.length])).toEqual([["upheld", 40]]);
});

/** What a run of 40 tosses finds at the margin itself, where both null hypotheses are true; it stops as a verdict does. */
function runAtMargin(key: Key): { for: number; against: number } {
  const stream = key.stream();
  const z = Float64Array.from({ length: 40 }, () => bernoulli(stream, 0.3));
  const test = new MeanTest(0.3, 0.05);
  test.observe(z);
  return { for: test.logE.below, against: test.logE.above };
}

// P(ever wrong) ≤ 2α = .2 for both sides together. Of 1,000 ledgers more than 200 + 6 · √(1000 · .2 · .8) = 276 are wrong
// with probability below 1e-8.
test("a ledger watched after each of 10 runs is ever wrong with probability ≤ 2α (false alarm < 1e-8)", () => {
  let wrong = 0;
  for (let i = 0; i < 1000; i++) {
    const runs = Array.from({ length: 10 }, (_, seed) => entryOf({ seed, logE: runAtMargin(Key.root(seed).fold(i)) }));
    const isWrong = runs.some((_, n) => accumulateEvidence(runs.slice(0, n + 1), 0.1).evidence[0].verdict !== "inconclusive");
    if (isWrong) wrong++;
  }
  expect(wrong).toBeLessThanOrEqual(276);
});
