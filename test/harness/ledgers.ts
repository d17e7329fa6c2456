import type { LedgerEntry } from "../../src/harness/ledgerEntry.js";

/** A ledger line of an upheld claim, changed as told. */
export const entryOf = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  schema: "simverdict/ledger@1",
  theorem: "coin",
  claim: "heads",
  kind: "atMost",
  margin: 0.5,
  range: [0, 1],
  alpha: 1e-5,
  samples: 40,
  logE: { for: 12, against: -1 },
  verdict: "upheld",
  specHash: "00",
  backend: null,
  seed: 0,
  tier: "smoke",
  version: "0.1.0",
  commit: null,
  startedAt: "2026-01-01T00:00:00.000Z",
  ...changes,
});
