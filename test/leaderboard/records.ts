import type { BoardRecord, LeaderboardRecord, PairedRecord, RowRecord } from "../../src/leaderboard/record.js";

/** A record of a model, ranked first, changed as told. */
export const rowOf = (changes: Partial<RowRecord> = {}): RowRecord => ({
  model: "net",
  source: "made for a test",
  score: 0.125,
  lower: 0.1,
  upper: 0.15,
  rank: [1, 1],
  n: 400,
  trainSeconds: 1.25,
  parameters: 321,
  problem: null,
  ...changes,
});

/** A record of a decided comparison, changed as told. */
export const pairOf = (changes: Partial<PairedRecord> = {}): PairedRecord => ({
  a: "net",
  b: "rule",
  difference: -0.125,
  lower: -0.2,
  upper: -0.05,
  verdict: "a better",
  ...changes,
});

/** A record of a board of two models, changed as told. */
export const boardOf = (changes: Partial<BoardRecord> = {}): BoardRecord => ({
  id: "toy/bit/error",
  title: "Which of two bits was sent",
  task: { id: "toy/bit", version: 1, hash: "0123456789abcdef" },
  metric: { id: "error", title: "share of wrong choices", direction: "lower", range: [0, 1] },
  alpha: { score: 0.01, ranks: 0.05 },
  backend: null,
  rows: [rowOf(), rowOf({ model: "rule", score: 0.25, lower: 0.2, upper: 0.3, rank: [2, 2], parameters: 0, trainSeconds: 0 })],
  paired: [pairOf()],
  ...changes,
});

/** A record of a run, changed as told. */
export const leaderboardOf = (changes: Partial<LeaderboardRecord> = {}): LeaderboardRecord => ({
  schema: "simverdict/leaderboard@1",
  run: {
    seed: 0,
    tier: "smoke",
    backend: null,
    version: "0.1.0",
    commit: null,
    node: "v20.0.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1300,
  },
  boards: [boardOf()],
  failures: [],
  ...changes,
});
