import { describe, expect, test } from "vitest";
import { explainClaim, explainSurvivor, explainTheorem, formatMargin, formatNumber } from "../../src/harness/explain.js";
import { claimOf, falsifierOf, theoremOf } from "./records.js";

test.each([
  [null, "–"],
  [0, "0"],
  [0.012345, "0.0123"],
  [-0.5, "−0.5"],
  [1, "1"],
  [12345.678, "12300"],
  [0.001, "0.001"],
  [0.00099949, "1.0e−3"],
  [1.234e-5, "1.2e−5"],
  [-1.234e-5, "−1.2e−5"],
  [5e-324, "4.9e−324"],
])("the number %s reads %s", (x, text) => {
  expect(formatNumber(x)).toBe(text);
});

test("margins read as inequalities", () => {
  expect(formatMargin({ kind: "atMost", margin: 0.02 })).toBe("≤ 0.02");
  expect(formatMargin({ kind: "atLeast", margin: -1 })).toBe("≥ −1");
  expect(formatMargin({ kind: "within", margin: [0.4, 0.6] })).toBe("in [0.4, 0.6]");
  expect(formatMargin({ kind: "forAll", margin: null })).toBe("for all");
  expect(formatMargin({ kind: "atMost", margin: null })).toBe("");
});

test("a claim is explained by its evidence, its counterexample or its reason", () => {
  expect(explainClaim(claimOf({ saturated: 0 }))).toBe("mean 0.1 in [0.01, 0.45], n = 40");
  expect(explainClaim(claimOf({ saturated: 0.25 }))).toBe("mean 0.1 in [0.01, 0.45], n = 40, 25 % at a bound");
  expect(explainClaim(claimOf({ estimate: null, lower: 0, upper: 1, samples: 0, saturated: null }))).toBe("mean – in [0, 1], n = 0");
  expect(explainClaim(claimOf({ reason: "no net" }))).toBe("no net");
  expect(explainClaim(claimOf({ kind: "forAll", samples: 7 }))).toBe("no counterexample in 7 draws");
  expect(explainClaim(claimOf({ kind: "forAll", counterexample: "[0]" }))).toBe("counterexample [0]");
});

test("a survivor is explained by the claims that were not refuted", () => {
  const survivor = falsifierOf({ killed: false, claims: [claimOf({ verdict: "refuted" }), claimOf({ id: "tails", saturated: null })] });
  expect(explainSurvivor(survivor)).toBe('survived: claim "tails" upheld ≤ 0.5: mean 0.1 in [0.01, 0.45], n = 40');
  expect(explainSurvivor(falsifierOf({ killed: false, reason: "no net" }))).toBe("could not be judged: no net");
});

describe("a theorem that is not upheld", () => {
  test("has one line for each part to blame, and its replay", () => {
    const lines = explainTheorem(
      theoremOf({
        verdict: "invalid",
        claims: [claimOf(), claimOf({ id: "tails", verdict: "refuted", saturated: null })],
        falsifiers: [falsifierOf(), falsifierOf({ id: "same", killed: false, reason: "no net" })],
      }),
    );
    expect(lines).toEqual([
      "theorem coin is invalid",
      'claim "tails" ≤ 0.5 is refuted: mean 0.1 in [0.01, 0.45], n = 40',
      'falsifier "same" could not be judged: no net',
      "replay: npx simverdict verify --filter 'coin$'",
    ]);
  });

  test("only then", () => {
    expect(explainTheorem(theoremOf())).toEqual([]);
  });
});
