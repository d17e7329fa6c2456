import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../src/harness/claim.js";
import { checkDefinition, InvalidDefinition } from "../../src/harness/definition.js";
import { coin } from "./coin.js";

const heavy = coin().falsifiers.heavy;
const holds = forAll(fc.nat(), { of: "n ≥ 0", because: "naturals", holds: () => true });

/** The message of the rejection of a theorem `t`. */
function rejection(changes: Record<string, unknown>, id = "t"): string {
  try {
    checkDefinition(id, { ...coin(), ...changes });
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidDefinition);
    return (error as Error).message;
  }
  return "accepted";
}

test("the smallest theorem is accepted", () => {
  expect(rejection({})).toBe("accepted");
});

test("a theorem of properties needs no evidence", () => {
  const falsifiers = { heavy: { ...heavy, mustRefute: ["n"] } };
  expect(rejection({ claims: { n: holds }, falsifiers, evidence: undefined })).toBe("accepted");
});

test.each(["a", "a/b-c", "sgnn/bayes-optimality/gamma-poisson-1", "v1.2/x"])("the id %s is accepted", (id) => {
  expect(rejection({}, id)).toBe("accepted");
});

test.each(["", "A", "a b", "/a", "a/", "a//b", "a$", "a'b", "a\nb", "é"])("the id %j is rejected", (id) => {
  expect(rejection({}, id)).toBe(`theorem "${id}" needs an id of lower-case words joined by - and /`);
});

describe("each rejection says in one line what is wrong", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["no falsifier", { falsifiers: {} }, "has no falsifier: give it at least one world in which a claim must be refuted"],
    ["falsifiers left out", { falsifiers: undefined }, "has no falsifier: give it at least one world in which a claim must be refuted"],
    ["a falsifier without a claim", { falsifiers: { heavy: { ...heavy, mustRefute: [] } } }, 'has a falsifier "heavy" that refutes nothing: name a claim in mustRefute'],
    ["mustRefute left out", { falsifiers: { heavy: { breaks: "", world: {} } } }, 'has a falsifier "heavy" that refutes nothing: name a claim in mustRefute'],
    ["a falsifier of an unknown claim", { falsifiers: { heavy: { ...heavy, mustRefute: ["tails"] } } }, 'has a falsifier "heavy" that must refute the unknown claim "tails" (claims: heads)'],
    ["a falsifier of an inherited name", { falsifiers: { heavy: { ...heavy, mustRefute: ["toString"] } } }, 'has a falsifier "heavy" that must refute the unknown claim "toString" (claims: heads)'],
    [
      "a claim from no tier",
      { claims: { heads: { ...coin().claims.heads, from: "night" } } },
      'claims "heads" from the unknown tier "night" (tiers: smoke, standard, full)',
    ],
    [
      "no falsifier for a tier that claims something",
      { claims: { heads: { ...coin().claims.heads, from: "standard" }, n: holds } },
      "has no falsifier for what it claims at the tier smoke: n",
    ],
    ["no claim", { claims: {} }, "claims nothing: give it at least one claim"],
    ["claims left out", { claims: undefined }, "has no claims"],
    ["title left out", { title: undefined }, "has no title"],
    ["a blank title", { title: " " }, "has an empty title"],
    ["a blank statement", { statement: "" }, "has an empty statement"],
    ["no source", { source: undefined }, "has no source"],
    ["a source without a citation", { source: { cite: "", where: "p. 1" } }, "has an empty source.cite"],
    ["a source without a place", { source: { cite: "A" } }, "has an empty source.where"],
    ["no prepare", { prepare: undefined }, "has no prepare"],
    ["no world", { world: undefined }, "has no world"],
    ["no assumptions", { assumptions: undefined }, "has no assumptions"],
    ["no evidence", { evidence: undefined }, "claims a mean but yields no evidence: add evidence(prepared, context)"],
    ["a budget for no smoke", { budget: { full: { samples: 10 } } }, "has no budget for the tier smoke, which the others fall back to"],
    ["a budget that is no tiers", { budget: { samples: 10 } }, "has no budget for the tier smoke, which the others fall back to"],
  ])("%s", (_, changes, message) => {
    expect(rejection(changes)).toBe(`theorem "t" ${message}`);
  });

  test.each([0, -1, 1.5, NaN, Infinity, undefined])("a budget of %s samples, at any tier", (samples) => {
    const message = `theorem "t" has a budget of ${samples} samples: give a positive integer`;
    expect(rejection({ budget: { smoke: { samples } } })).toBe(message);
    expect(rejection({ budget: { smoke: { samples: 1 }, full: { samples } } })).toBe(message);
  });
});
