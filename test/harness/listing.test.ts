import fc from "fast-check";
import { expect, test } from "vitest";
import { forAll, within } from "../../src/harness/claim.js";
import { InvalidDefinition } from "../../src/harness/definition.js";
import { listTheorem } from "../../src/harness/listing.js";
import { coin, seldom } from "./coin.js";

test("a theorem is listed with its claims and falsifiers, without being run", () => {
  const unwilling = (): never => {
    throw new Error("run");
  };
  expect(listTheorem("coin", coin({ prepare: unwilling, evidence: unwilling }), "smoke")).toEqual({
    id: "coin",
    title: "A coin shows heads seldom",
    statement: "P(heads) ≤ 1/2",
    source: "none: made for a test",
    assumptions: ["tosses are independent"],
    claims: [{ id: "heads", kind: "atMost", statement: "1[heads]", margin: 0.5, from: "smoke" }],
    falsifiers: [{ id: "heavy", breaks: "the coin", mustRefute: ["heads"], caughtInTheWild: null }],
  });
});

test("margins are those of the tier", () => {
  const claims = {
    heads: seldom,
    fair: within({ smoke: [0.1, 0.9], full: [0.4, 0.6] }, seldom),
    every: forAll(fc.nat(), { of: "", because: "", holds: () => true }),
  };
  const margins = (tier: "smoke" | "full") => listTheorem("coin", coin({ claims }), tier).claims.map(({ margin }) => margin);
  expect(margins("smoke")).toEqual([0.5, [0.1, 0.9], null]);
  expect(margins("full")).toEqual([0.5, [0.4, 0.6], null]);
});

test("a claim tells from which tier on it is made", () => {
  const claims = { heads: seldom, later: { ...seldom, from: "standard" as const } };
  expect(listTheorem("coin", coin({ claims }), "smoke").claims.map(({ from }) => from)).toEqual(["smoke", "standard"]);
});

test("a bug caught in the wild is told", () => {
  const wild = { breaks: "the coin", world: {}, mustRefute: ["heads"] as const, caughtInTheWild: "a casino" };
  expect(listTheorem("coin", coin({ falsifiers: { wild } }), "smoke").falsifiers[0].caughtInTheWild).toBe("a casino");
});

test("a contradictory definition is rejected", () => {
  expect(() => listTheorem("coin", coin({ falsifiers: {} }), "smoke")).toThrow(InvalidDefinition);
});
