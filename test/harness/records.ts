import type { ClaimRecord, FalsifierRecord, TheoremRecord, VerdictsRecord } from "../../src/harness/record.js";

/** A record of an upheld claim, changed as told. */
export const claimOf = (changes: Partial<ClaimRecord> = {}): ClaimRecord => ({
  id: "heads",
  kind: "atMost",
  statement: "1[heads]",
  because: "by construction",
  margin: 0.5,
  range: [0, 1],
  alpha: 1e-5,
  estimate: 0.1,
  lower: 0.01,
  upper: 0.45,
  samples: 40,
  saturated: 1,
  logE: { for: 12, against: -1 },
  counterexample: null,
  verdict: "upheld",
  reason: null,
  ...changes,
});

/** A record of a falsifier that was refuted, changed as told. */
export const falsifierOf = (changes: Partial<FalsifierRecord> = {}): FalsifierRecord => ({
  id: "heavy",
  breaks: "the coin",
  mustRefute: ["heads"],
  killed: true,
  samples: 30,
  claims: [claimOf({ verdict: "refuted", estimate: 0.9 })],
  reason: null,
  ...changes,
});

/** A record of an upheld theorem, changed as told. */
export const theoremOf = (changes: Partial<TheoremRecord> = {}): TheoremRecord => ({
  id: "coin",
  title: "A coin shows heads seldom",
  statement: "P(heads) ≤ 1/2",
  source: "none: made for a test",
  assumptions: [],
  file: null,
  specHash: "00",
  verdict: "upheld",
  claims: [claimOf()],
  falsifiers: [falsifierOf()],
  backend: null,
  durationMs: 1200,
  replay: "npx simverdict verify --filter 'coin$'",
  ...changes,
});

/** A record of a run, changed as told. */
export const runOf = (changes: Partial<VerdictsRecord> = {}): VerdictsRecord => ({
  schema: "simverdict/verdicts@1",
  run: {
    seed: 0,
    tier: "smoke",
    mode: "verify",
    alpha: 1e-5,
    errorBound: 2e-5,
    decisions: { claims: 1, falsifiers: 1 },
    backend: null,
    version: "0.1.0",
    commit: null,
    node: "v20.0.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1300,
  },
  theorems: [theoremOf()],
  failures: [],
  ...changes,
});
