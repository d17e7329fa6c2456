import fc from "fast-check";
import { expect, test } from "vitest";
import { forAll } from "../../src/harness/claim.js";
import { judgeForAll } from "../../src/harness/forAllJudge.js";
import { InvalidEvidence } from "../../src/harness/invalidEvidence.js";
import { Key } from "../../src/random/key.js";

const key = Key.root(0);
type Holds = (n: number, limit: number) => boolean | Promise<boolean>;
const below = (holds: Holds = (n, limit) => n < limit, runs = 1000) =>
  forAll(fc.nat(1_000_000), { of: "n < limit", because: "a test", holds, runs });
const judge = (limit: number, claim = below(), at = key) => judgeForAll("small", claim, limit, { key: at, tier: "smoke" });

test("a true property is upheld after all its draws", async () => {
  const record = await judge(1_000_001);
  expect(record).toMatchObject({ kind: "forAll", verdict: "upheld", samples: 1000, counterexample: null, alpha: null, reason: null });
});

/** 1,000 draws from 10⁶ numbers miss the upper half with probability 2⁻¹⁰⁰⁰. */
test("a counterexample is shrunk to the smallest", async () => {
  const record = await judge(500_000);
  expect(record.verdict).toBe("refuted");
  expect(record.counterexample).toMatch(/^500000 \(fast-check seed -?\d+, path [\d:]+\)$/);
});

test("the same key finds the same counterexample, another key another one", async () => {
  const first = await judge(10);
  expect(await judge(10)).toEqual(first);
  expect((await judge(10, below(), key.fold(1))).counterexample).not.toBe(first.counterexample);
});

test("the seed and path replay the counterexample in fast-check itself", async () => {
  const { counterexample } = await judge(500_000);
  const [, seed, path] = /seed (-?\d+), path ([\d:]+)/.exec(counterexample!)!;
  const again = await fc.check(fc.asyncProperty(fc.nat(1_000_000), async (n) => n < 500_000), { seed: Number(seed), path: path });
  expect(again.counterexample).toEqual([500_000]);
});

test("a check may be asynchronous and sees the prepared world", async () => {
  expect((await judge(3, below(async (n, limit) => limit === 3 && n >= 0))).verdict).toBe("upheld");
  expect((await judge(3, below(async (n, limit) => n < limit))).verdict).toBe("refuted");
});

test("tiers say how many values are drawn", async () => {
  const claim = forAll(fc.nat(), { of: "", because: "", holds: () => true, runs: { smoke: 5, full: 50 } });
  for (const [tier, samples] of [["smoke", 5], ["standard", 5], ["full", 50]] as const) {
    expect((await judgeForAll("n", claim, null, { key, tier })).samples).toBe(samples);
  }
});

test("a check that throws is invalid, not refuted", async () => {
  const crash = judge(1, below(() => { throw new TypeError("no such thing"); }));
  await expect(crash).rejects.toThrow(InvalidEvidence);
  await expect(crash).rejects.toThrow(/^claim "small": its check threw no such thing at 0 \(fast-check seed/);
  await expect(judge(1, below(async () => Promise.reject(new Error("later"))))).rejects.toThrow(/its check threw later at 0/);
});

test.each([undefined, null, 1, 0, "true", NaN])("a check that answers %s is invalid", async (answer) => {
  const odd = judge(1, below(() => answer as unknown as boolean));
  await expect(odd).rejects.toThrow(`claim "small": its check answered ${String(answer)}, not true or false at 0`);
});
