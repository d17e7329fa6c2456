import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atMost, forAll } from "../../src/harness/claim.js";
import type { Budget, Context, Evidence } from "../../src/harness/definition.js";
import { InvalidEvidence } from "../../src/harness/invalidEvidence.js";
import { judgeWorld } from "../../src/harness/judgeWorld.js";
import type { ClaimRecord } from "../../src/harness/record.js";
import type { Tier } from "../../src/harness/tier.js";
import { Key } from "../../src/random/key.js";
import { coin, type Coin, type CoinTheorem, seldom, tosses } from "./coin.js";

const key = Key.root(0);
const tails = atMost(0.95, { ...seldom, of: "1[tails]" });
const two = { heads: seldom, tails };

type Draw = (p: number, context: Context<Coin, Budget>) => AsyncIterable<Evidence> | Iterable<Evidence>;

function judge(changes: Partial<CoinTheorem>, options: { claims?: string[]; tier?: Tier; label?: string } = {}): Promise<ClaimRecord[]> {
  const theorem = coin(changes);
  const claims = new Set(options.claims ?? Object.keys(theorem.claims));
  return judgeWorld(theorem, theorem.world, { key, label: options.label ?? "hypothesis", tier: options.tier ?? "smoke", alpha: 1e-5, claims });
}

/** Evidence that is a list of batches. */
const batches = (list: readonly unknown[]): { evidence: Draw } => ({ evidence: () => list as Evidence[] });

describe("drawing evidence", () => {
  test("stops as soon as every claim is decided", async () => {
    let drawn = 0;
    const evidence: Draw = function* (p, context) {
      for (const batch of tosses(p, context)) {
        drawn++;
        yield batch;
      }
    };
    const [heads] = await judge({ evidence });
    expect(heads).toMatchObject({ verdict: "upheld", samples: drawn });
  });

  test("closes the generator, also an asynchronous one", async () => {
    let closed = 0;
    const evidence: Draw = async function* () {
      try {
        for (;;) yield { heads: new Float64Array(100) };
      } finally {
        closed++;
      }
    };
    expect((await judge({ evidence }))[0].verdict).toBe("upheld");
    expect(closed).toBe(1);
  });

  test("stops at the cap, which the tier sets, with no decision", async () => {
    const evidence: Draw = function* () {
      for (;;) yield { heads: new Float64Array(64).fill(0.5) };
    };
    const budget = { smoke: { samples: 100 }, full: { samples: 1000 } };
    for (const [tier, samples] of [["smoke", 100], ["standard", 100], ["full", 1000]] as const) {
      expect((await judge({ evidence, budget }, { tier }))[0]).toMatchObject({ verdict: "inconclusive", samples });
    }
  });

  test("that ends early leaves the claim open", async () => {
    expect((await judge(batches([{ heads: [0, 0] }])))[0]).toMatchObject({ verdict: "inconclusive", samples: 2 });
  });

  test("only for the claims asked for; pending names shrink as claims settle", async () => {
    const seen: string[][] = [];
    const evidence: Draw = function* (_, { claims }) {
      for (;;) {
        seen.push([...claims]);
        yield { heads: new Float64Array(50), tails: 0.95 };
      }
    };
    const records = await judge({ claims: two, evidence, budget: { smoke: { samples: 3 } } });
    expect(records.map(({ id, samples }) => [id, samples])).toEqual([["heads", 3], ["tails", 3]]);
    expect(seen).toEqual([["heads", "tails"], ["tails"], ["tails"]]);
    const only = await judge({ claims: two, evidence, budget: { smoke: { samples: 3 } } }, { claims: ["tails"] });
    expect(only.map(({ id }) => id)).toEqual(["tails"]);
  });

  test("a property that is checked is no longer pending", async () => {
    const claims = { every: forAll(fc.nat(), { of: "", because: "", holds: () => true }), heads: seldom };
    const evidence: Draw = function* (p, context) {
      expect([...context.claims]).toEqual(["heads"]);
      yield* tosses(p, context);
    };
    expect((await judge({ claims, evidence })).map(({ verdict }) => verdict)).toEqual(["upheld", "upheld"]);
  });

  test("records keep the order of the definition", async () => {
    const every = forAll(fc.nat(), { of: "", because: "", holds: () => true });
    const evidence: Draw = () => [{ tails: [0], heads: [0] }];
    const records = await judge({ claims: { heads: seldom, every, tails }, evidence });
    expect(records.map(({ id }) => id)).toEqual(["heads", "every", "tails"]);
  });
});

describe("evidence that no verdict can rest on", () => {
  test.each<[string, { evidence: Draw }, string]>([
    ["NaN", batches([{ heads: [0, NaN] }]), 'claim "heads": observation 1 is NaN, not a number in its range [0, 1]'],
    ["out of range", batches([{ heads: 0 }, { heads: 2 }]), 'claim "heads": observation 1 is 2, not a number in its range [0, 1]'],
    ["no number", batches([{ heads: ["0"] }]), 'claim "heads": observation 0 is 0, not a number in its range [0, 1]'],
    ["text", batches([{ heads: "0" }]), 'claim "heads": its evidence is string, neither a number nor a list of numbers'],
    ["undefined", batches([{ heads: undefined }]), 'claim "heads": its evidence is undefined, neither a number nor a list of numbers'],
    ["for an unknown claim", batches([{ tail: 0 }]), 'evidence for the unknown claim "tail"'],
    ["for an inherited name", batches([{ toString: 0 }]), 'evidence for the unknown claim "toString"'],
    ["missing", batches([]), 'the evidence ended without an observation for claim "heads"'],
    ["empty", batches([{}, { heads: [] }]), 'the evidence ended without an observation for claim "heads"'],
    [
      "endless and empty",
      { evidence: function* () { for (;;) yield {}; } },
      '1000 batches without an observation for claim "heads"',
    ],
    [
      "endless and asynchronous, of empty columns",
      { evidence: async function* () { for (;;) yield { heads: [] }; } },
      '1000 batches without an observation for claim "heads"',
    ],
  ])("%s", async (_, evidence, message) => {
    const judged = judge(evidence);
    await expect(judged).rejects.toThrow(InvalidEvidence);
    await expect(judged).rejects.toThrow(message);
  });

  test("missing for one of two claims", async () => {
    const judged = judge({ claims: two, ...batches([{ heads: [0] }]) });
    await expect(judged).rejects.toThrow('the evidence ended without an observation for claim "tails"');
  });

  test("endless for a claim that is already settled", async () => {
    const evidence: Draw = function* () {
      for (;;) yield { heads: new Float64Array(100) };
    };
    await expect(judge({ claims: two, evidence })).rejects.toThrow('1000 batches without an observation for claim "tails"');
  });
});

test("a property that cannot be checked is invalid, in one line, and the other claims are judged", async () => {
  const crash = forAll(fc.constant(3), { of: "", because: "", holds: () => { throw new Error("no\nnet"); } });
  const every = forAll(fc.nat(), { of: "", because: "", holds: () => true });
  const records = await judge({ claims: { crash, every, heads: seldom } });
  expect(records.map(({ id, verdict }) => [id, verdict])).toEqual([["crash", "invalid"], ["every", "upheld"], ["heads", "upheld"]]);
  expect(records[0]).toMatchObject({ samples: 0, counterexample: null });
  expect(records[0].reason).toMatch(/^claim "crash": its check threw no net at 3 \(fast-check seed/);
});

test("what prepare or evidence throw is passed on", async () => {
  const failing = (): never => {
    throw new TypeError("no net");
  };
  await expect(judge({ prepare: failing })).rejects.toThrow(new TypeError("no net"));
  await expect(judge({ prepare: async () => failing() })).rejects.toThrow("no net");
  await expect(judge({ evidence: failing })).rejects.toThrow("no net");
  // eslint-disable-next-line require-yield
  await expect(judge({ evidence: async function* () { failing(); } })).rejects.toThrow("no net");
});

test("worlds share the key they are prepared with, and draw their evidence each with its own", async () => {
  const keys: string[] = [];
  const noting: Partial<CoinTheorem> = {
    prepare: ({ p }, context) => (keys.push(String(context.key)), p),
    evidence: (p, context) => (keys.push(String(context.key)), tosses(p, context)),
  };
  for (const label of ["hypothesis", "falsifier/heavy"]) await judge(noting, { label });
  const [prepare, evidence, samePrepare, otherEvidence] = keys;
  expect(samePrepare).toBe(prepare);
  expect(new Set([prepare, evidence, otherEvidence, String(key)]).size).toBe(4);
});
