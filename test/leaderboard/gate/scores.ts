import { packedScores } from "../../../src/leaderboard/gate/packedScores.js";
import type { ScoredRow, ScoredTask, ScoresRecord } from "../../../src/leaderboard/gate/scoresRecord.js";

/** Cases of a block in these records. */
export const CASES = 4_000;

/** Errors of a model that errs in every `every`th case. */
export const errors = (every: number): number[] => Array.from({ length: CASES }, (_, i) => (i % every === 0 ? 1 : 0));

/** A row with these errors on both blocks, changed as told. */
export const scoredRowOf = (scores: readonly number[], changes: Partial<ScoredRow> = {}): ScoredRow => ({
  model: "net",
  cases: CASES,
  public: packedScores(scores, [0, 1]),
  reserved: packedScores(scores, [0, 1]),
  problem: null,
  ...changes,
});

/** A task with one board of these rows, changed as told. */
export const scoredTaskOf = (rows: ScoredRow[], changes: Partial<ScoredTask> = {}): ScoredTask => ({
  task: { id: "toy/bit", version: 1, hash: "0123456789abcdef" },
  backend: null,
  boards: [{ metric: { id: "error", title: "share of wrong choices", direction: "lower", range: [0, 1] }, rows }],
  ...changes,
});

/** A record of these tasks, changed as told. */
export const scoresOf = (tasks: ScoredTask[], changes: Partial<ScoresRecord> = {}): ScoresRecord => ({
  schema: "simverdict/scores@1",
  run: { seed: 0, tier: "smoke", backend: null, version: "0.1.0", commit: null, node: "v20.0.0", startedAt: "2026-01-01T00:00:00.000Z", durationMs: 1300 },
  cases: CASES,
  reserved: "r1",
  tasks,
  failures: [],
  ...changes,
});
