import type { SubmissionRecord } from "../../../src/leaderboard/submission/record.js";

/** A record of a submission, with changes. */
export function submissionOf(changes: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    schema: "simverdict/submission-record@1",
    sha: "a".repeat(64),
    task: { id: "toy/bit", version: 1, hash: "b".repeat(64) },
    model: "net",
    version: "1.0",
    kind: "onnx",
    run: { tier: "smoke", seed: 0, release: "r1", version: "0.1.0", commit: null },
    alpha: { score: 0.01, ranks: 0.05 },
    answers: { public: "c".repeat(64), fresh: "d".repeat(64) },
    boards: [
      {
        metric: { id: "error", title: "share of wrong bits", direction: "lower", range: [0, 1] },
        public: { n: 100, score: 0.2, lower: 0.125, upper: 0.3, problem: null },
        fresh: { n: 100, score: 0.25, lower: 0.15, upper: 0.35, problem: null },
        rank: [2, 3],
        compared: [
          { model: "copy", score: 0.19, difference: 0.01, lower: -0.02, upper: 0.04, verdict: "undecided" },
          { model: "contrary", score: 0.8, difference: -0.6, lower: -0.7, upper: -0.5, verdict: "better" },
        ],
      },
    ],
    ...changes,
  };
}
