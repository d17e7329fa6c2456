import { expect, test } from "vitest";
import { ledgerEntries } from "../../../src/harness/ledgerEntry.js";
import type { ClaimRecord, VerdictsRecord } from "../../../src/harness/record.js";
import { confirmedFinding } from "../../../src/leaderboard/gate/confirmedFinding.js";
import { evidenceTogether } from "../../../src/leaderboard/gate/evidenceTogether.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../../harness/records.js";
import { lostOf } from "./gates.js";

const runAt = (seed: number, verdict: ClaimRecord["verdict"], logFor: number, killed = false): VerdictsRecord => {
  const claims = [claimOf({ verdict, logE: { for: logFor, against: verdict === "refuted" ? 12 : -logFor } })];
  const record = runOf({ theorems: [theoremOf({ claims, falsifiers: [falsifierOf({ killed })] })] });
  return { ...record, run: { ...record.run, seed } };
};
const lost = lostOf({ theorem: "coin", part: "claim heads", after: "≤ 0.5 inconclusive" });
const judge = (runs: VerdictsRecord[], ledger: VerdictsRecord[] = [], finding = lost) =>
  confirmedFinding(finding, runs, evidenceTogether(runs, ledger.flatMap(ledgerEntries), 1e-5));

test("what holds under the fresh seed passes, whatever it was under the other", () => {
  expect(judge([runAt(0, "refuted", -30), runAt(7, "upheld", 12)]).verdict).toBe("unconfirmed");
  expect(judge([runAt(0, "upheld", 12), runAt(7, "upheld", 12, true)], [], { ...lost, part: "falsifier heavy" }).verdict).toBe("unconfirmed");
});

test("what is inconclusive under both passes if both together, or with a ledger, uphold it", () => {
  const [now, fresh] = [runAt(0, "inconclusive", 6), runAt(7, "inconclusive", 5)];
  expect(judge([now, fresh]).verdict).toBe("lost");
  expect(judge([now, runAt(7, "inconclusive", 6)])).toEqual({ ...lost, verdict: "together", after: "≤ 0.5 inconclusive; upheld by 2 runs together, log e-value 12" });
  expect(judge([now, fresh], [runAt(8, "inconclusive", 3)]).after).toContain("upheld by 3 runs together, log e-value 14");
});

test("what is refuted, or was against it before, stays lost", () => {
  expect(judge([runAt(0, "refuted", 20), runAt(7, "inconclusive", 20)]).verdict).toBe("lost");
  expect(judge([runAt(0, "inconclusive", 6), runAt(7, "inconclusive", 6)], [runAt(8, "refuted", -40)]).verdict).toBe("lost");
  expect(judge([runAt(0, "inconclusive", 6)]).verdict).toBe("lost");
});

test("other findings and a surviving falsifier stay as they are", () => {
  const changed = lostOf({ verdict: "changed" });
  expect(judge([runAt(0, "upheld", 12)], [], changed)).toEqual(changed);
  expect(judge([runAt(0, "upheld", 12), runAt(7, "upheld", 12)], [], { ...lost, part: "falsifier heavy" }).verdict).toBe("lost");
});
