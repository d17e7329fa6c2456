import type { Draw, GateRecord, RowFinding, TheoremFinding } from "../../../src/leaderboard/gate/gateRecord.js";

/** The draw of the example, changed as told. */
export const drawOf = (changes: Partial<Draw> = {}): Draw => ({ cases: 12_000, base: 0.112, current: 0.131, worsening: 0.019, lower: 0.011, upper: 0.027, ...changes });

/** A row that fails, changed as told. */
export const rowFindingOf = (changes: Partial<RowFinding> = {}): RowFinding => ({
  task: "epidemic/tight",
  metric: { id: "error", title: "share of wrong choices", direction: "lower", range: [0, 1] },
  model: "SGNN",
  margin: 0.005,
  verdict: "fail",
  public: drawOf(),
  confirmation: drawOf({ current: 0.129, worsening: 0.017 }),
  problem: null,
  ...changes,
});

/** A claim that was lost, changed as told. */
export const lostOf = (changes: Partial<TheoremFinding> = {}): TheoremFinding => ({
  theorem: "sgnn/coin",
  file: "claims/coin.theorem.ts",
  part: "claim heads",
  verdict: "lost",
  before: "≤ 0.5 upheld",
  after: "≤ 0.5 refuted",
  ...changes,
});

/** A gate that passed, changed as told. */
export const gateOf = (changes: Partial<GateRecord> = {}): GateRecord => ({
  schema: "simverdict/gate@1",
  verdict: "pass",
  tier: "smoke",
  seed: 0,
  alpha: 1e-5,
  version: "0.1.0",
  base: { name: "main", commit: "0123456789abcdef", sha: "f".repeat(64), confirmation: { seed: 7 } },
  compared: { parts: 3, rows: 1 },
  errorBound: 1e-5,
  theorems: [],
  rows: [],
  failures: [],
  notes: [],
  ...changes,
});
