import { expect, test } from "vitest";
import { ledgerEntries } from "../../../src/harness/ledgerEntry.js";
import type { VerdictsRecord } from "../../../src/harness/record.js";
import { evidenceTogether } from "../../../src/leaderboard/gate/evidenceTogether.js";
import { claimOf, runOf, theoremOf } from "../../harness/records.js";

/** A run whose one claim is inconclusive with this log e-value. */
const runAt = (seed: number, logE: number, commit: string | null = null, specHash = "a"): VerdictsRecord => {
  const record = runOf({ theorems: [theoremOf({ specHash, claims: [claimOf({ verdict: "inconclusive", logE: { for: logE, against: -logE } })] })] });
  return { ...record, run: { ...record.run, seed, commit } };
};
const verdicts = (...words: Parameters<typeof evidenceTogether>) => evidenceTogether(...words).map(({ seeds, verdict }) => [seeds, verdict]);

test("two inconclusive runs of one command decide together, also in a changed working copy", () => {
  for (const commit of [null, "abc", "abc+dirty"]) {
    expect(verdicts([runAt(0, 7, commit), runAt(9, 5, commit)], [], 1e-5)).toEqual([[[0, 9], "upheld"]]);
    expect(verdicts([runAt(0, 7, commit), runAt(9, 4, commit)], [], 1e-5)).toEqual([[[0, 9], "inconclusive"]]);
  }
});

test("one run, or one seed twice, is no more than itself", () => {
  expect(verdicts([runAt(0, 20)], [], 1e-5)).toEqual([]);
  expect(verdicts([runAt(0, 20)], ledgerEntries(runAt(0, 20)), 1e-5)).toEqual([]);
});

test("a ledger counts for the same spec, commit and claim, and for no other", () => {
  const now = runAt(0, 7);
  expect(verdicts([now], ledgerEntries(runAt(1, 5)), 1e-5)).toEqual([[[0, 1], "upheld"]]);
  expect(verdicts([now], ledgerEntries(runAt(1, -40)), 1e-5)).toEqual([[[0, 1], "refuted"]]);
  for (const other of [runAt(1, 5, "abc"), runAt(1, 5, null, "b"), runAt(1, 5, "abc+dirty")]) expect(verdicts([now], ledgerEntries(other), 1e-5)).toEqual([]);
  expect(verdicts([runAt(0, 7, "abc+dirty")], ledgerEntries(runAt(1, 5, "abc+dirty")), 1e-5)).toEqual([]);
});
