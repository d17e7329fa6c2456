import { describe, expect, test } from "vitest";
import { atLeast, atMost } from "../../src/harness/claim.js";
import { InvalidDefinition } from "../../src/harness/definition.js";
import { theoremRecord } from "../../src/harness/record.js";
import { DEFAULT_SETTINGS, type Settings } from "../../src/harness/settings.js";
import { type TheoremFindings, verifyTheorem } from "../../src/harness/verifyTheorem.js";
import { coin, type CoinTheorem, seldom, tosses } from "./coin.js";

const verify = (changes: Partial<CoinTheorem> = {}, settings: Partial<Settings> = {}, id = "coin"): Promise<TheoremFindings> =>
  verifyTheorem(id, coin(changes), { ...DEFAULT_SETTINGS, ...settings });

/** Both sides of α = 1e-5 in two worlds: a wrong verdict has probability ≤ 2e-5 at a fixed seed, and none for ever. */
test("a true claim whose falsifier is refuted is upheld", async () => {
  const found = await verify();
  expect(found).toMatchObject({ id: "coin", source: "none: made for a test", verdict: "upheld" });
  expect(found.claims.map(({ verdict }) => verdict)).toEqual(["upheld"]);
  expect(found.falsifiers).toMatchObject([{ id: "heavy", killed: true, mustRefute: ["heads"], reason: null }]);
  expect(found.falsifiers[0].samples).toBe(found.falsifiers[0].claims[0].samples);
  const circumstances = { file: null, specHash: "", backend: null, durationMs: 0, replay: "" };
  expect(theoremRecord.parse({ ...found, ...circumstances })).toEqual({ ...found, ...circumstances });
});

describe("the theorem's verdict", () => {
  test("refuted: a claim is false", async () => {
    expect((await verify({ world: { p: 0.9 } })).verdict).toBe("refuted");
  });

  test("inconclusive: the budget ends first", async () => {
    const falsifiers = { heavy: { breaks: "the coin", world: { p: 1 }, mustRefute: ["heads"] as const } };
    expect((await verify({ world: { p: 0.45 }, budget: { smoke: { samples: 50 } }, falsifiers })).verdict).toBe("inconclusive");
  });

  test("invalid: a falsifier survives, upheld or undecided", async () => {
    for (const [p, verdict] of [[0.1, "upheld"], [0.5, "inconclusive"]] as const) {
      const found = await verify({
        budget: { smoke: { samples: 60 } },
        falsifiers: { same: { breaks: "nothing", world: { p }, mustRefute: ["heads"] } },
      });
      expect(found.verdict).toBe("invalid");
      expect(found.falsifiers[0]).toMatchObject({ killed: false, reason: null, claims: [{ verdict }] });
    }
  });

  test("invalid: a falsifier refutes only one of the claims it names", async () => {
    const found = await verify({
      claims: { heads: seldom, often: atLeast(0.05, seldom) },
      evidence: function* (p, context) {
        for (const { heads } of tosses(p, context)) yield { heads: heads, often: heads };
      },
      falsifiers: { heavy: { breaks: "the coin", world: { p: 0.9 }, mustRefute: ["heads", "often"] } },
    });
    expect(found.claims.map(({ verdict }) => verdict)).toEqual(["upheld", "upheld"]);
    expect([found.verdict, found.falsifiers[0].killed]).toEqual(["invalid", false]);
  });
});

describe("what a spec throws ends in invalid, with the reason in one line", () => {
  const failing = (): never => {
    throw new Error("no\n  net");
  };

  test("in every world", async () => {
    const found = await verify({ prepare: failing });
    expect(found.verdict).toBe("invalid");
    expect(found.claims).toMatchObject([{ verdict: "invalid", reason: "no net", samples: 0, logE: null, alpha: null }]);
    expect(found.falsifiers).toMatchObject([{ killed: false, reason: "no net" }]);
  });

  test("in a falsifier only: a crash is no refutation", async () => {
    const found = await verify({ prepare: ({ p }) => (p > 0.5 ? failing() : p) });
    expect(found.claims[0].verdict).toBe("upheld");
    expect([found.verdict, found.falsifiers[0].killed]).toEqual(["invalid", false]);
  });

  test.each([[NaN, "NaN"], [7, "7"]])("bad evidence of %d in a falsifier is no refutation", async (bad, text) => {
    const found = await verify({
      evidence: function* (p, context) {
        if (p > 0.5) yield { heads: [1, 1, bad] };
        yield* tosses(p, context);
      },
    });
    expect(found.falsifiers[0]).toMatchObject({
      killed: false,
      reason: `claim "heads": observation 2 is ${text}, not a number in its range [0, 1]`,
    });
    expect(found.verdict).toBe("invalid");
  });

  test.each([["a string", "a string"], [undefined, "undefined"], [new Error(), "an error without a message"]])("throwing %o", async (thrown, reason) => {
    const found = await verify({
      prepare: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw thrown;
      },
    });
    expect(found.claims[0].reason).toBe(reason);
  });
});

describe("randomness", () => {
  test("equal settings give equal findings", async () => {
    expect(await verify()).toEqual(await verify());
  });

  test("comes from the seed and the id", async () => {
    const findings = [await verify(), await verify({}, { seed: 1 }), await verify({}, {}, "other")];
    expect(new Set(findings.map(({ claims }) => JSON.stringify(claims))).size).toBe(3);
  });

  test("neither the order of claims nor other falsifiers move a claim", async () => {
    const evidence: CoinTheorem["evidence"] = function* (p, context) {
      for (const { heads } of tosses(p, context)) yield { heads: heads, rare: heads };
    };
    const rare = atMost(0.6, seldom);
    const light = { breaks: "the coin", world: { p: 0.99 }, mustRefute: ["rare"] as const };
    const { heavy } = coin().falsifiers;
    const one = await verify({ claims: { heads: seldom, rare }, evidence, falsifiers: { heavy: heavy, light } });
    const other = await verify({ claims: { rare, heads: seldom }, evidence, falsifiers: { light, heavy: heavy } });
    expect([...other.claims].reverse()).toEqual(one.claims);
    expect([...other.falsifiers].reverse()).toEqual(one.falsifiers);
    expect((await verify()).claims[0]).toEqual(one.claims[0]);
    expect((await verify()).falsifiers[0]).toEqual(one.falsifiers[0]);
  });
});

test("in mode falsify only the falsifiers run", async () => {
  const found = await verify({ world: { p: 0.9 } }, { mode: "falsify" });
  expect(found).toMatchObject({ verdict: "upheld", claims: [] });
  expect(found.falsifiers).toEqual((await verify()).falsifiers);
});

test("a contradictory definition is rejected before anything runs", async () => {
  await expect(verify({ falsifiers: {} })).rejects.toThrow(InvalidDefinition);
});
