import { expect, test } from "vitest";
import { ledgerEntries, ledgerEntry } from "../../src/harness/ledgerEntry.js";
import { entryOf } from "./ledgers.js";
import { claimOf, runOf, theoremOf } from "./records.js";

test("a run gives a line for every claim of its hypothesis worlds, and none for its falsifiers", () => {
  const entries = ledgerEntries(runOf({ theorems: [theoremOf({ claims: [claimOf(), claimOf({ id: "tails", logE: null })] }), theoremOf({ id: "die" })] }));
  expect(entries).toEqual([entryOf(), entryOf({ claim: "tails", logE: null }), entryOf({ theorem: "die" })]);
  expect(ledgerEntries(runOf({ theorems: [theoremOf({ claims: [] })] }))).toEqual([]);
});

test.each([
  ["another schema", { schema: "simverdict/ledger@2" }],
  ["a number that is none", { logE: { for: NaN, against: 0 } }],
  ["an infinite number", { logE: { for: Infinity, against: 0 } }],
  ["a broken seed", { seed: 0.5 }],
  ["a field too many", { note: "" }],
])("%s is refused", (_, changes) => {
  expect(ledgerEntry.safeParse(entryOf()).success).toBe(true);
  expect(ledgerEntry.safeParse({ ...entryOf(), ...changes }).success).toBe(false);
});
