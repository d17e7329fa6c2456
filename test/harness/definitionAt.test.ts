import fc from "fast-check";
import { expect, test } from "vitest";
import { forAll } from "../../src/harness/claim.js";
import { definitionAt } from "../../src/harness/definitionAt.js";
import { coin, seldom } from "./coin.js";

const { heavy } = coin().falsifiers;
const later = coin({
  claims: { heads: seldom, edge: { ...seldom, from: "standard" as const }, never: { ...seldom, from: "full" as const } },
  falsifiers: {
    heavy: { ...heavy, mustRefute: ["edge", "heads"] as const },
    thick: { ...heavy, mustRefute: ["edge"] as const },
    odd: { ...heavy, mustRefute: ["never"] as const },
  },
});

const seen = (tier: "smoke" | "standard" | "full") => {
  const { claims, falsifiers } = definitionAt(later, tier)!;
  return [Object.keys(claims), Object.entries(falsifiers).map(([name, { mustRefute }]) => [name, mustRefute])];
};

test("a tier leaves out later claims, and what falsifiers must refute of them", () => {
  expect(seen("smoke")).toEqual([["heads"], [["heavy", ["heads"]]]]);
  expect(seen("standard")).toEqual([["heads", "edge"], [["heavy", ["edge", "heads"]], ["thick", ["edge"]]]]);
  expect(seen("full")).toEqual([["heads", "edge", "never"], [["heavy", ["edge", "heads"]], ["thick", ["edge"]], ["odd", ["never"]]]]);
});

test("a property may be claimed later too", () => {
  const n = forAll(fc.nat(), { of: "n ≥ 0", because: "naturals", holds: () => true, from: "full" });
  const definition = coin({ claims: { n }, falsifiers: { heavy: { ...heavy, mustRefute: ["n"] as const } } });
  expect(definitionAt(definition, "standard")).toBeUndefined();
  expect(definitionAt(definition, "full")).toEqual(definition);
});
