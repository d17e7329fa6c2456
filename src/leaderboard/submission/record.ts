import { z } from "zod";
import { TIERS } from "../../harness/tier.js";

const sha = z.string().regex(/^[0-9a-f]{64}$/);

/** The mean score of a submission on one set of cases. */
export const submissionScore = z.strictObject({
  n: z.int().positive(),
  score: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** `n/a` where the metric does not apply; null if all is well. */
  problem: z.string().nullable(),
});

/** The submission against one entry of the board on the same public cases: its score minus the entry's. */
export const comparison = z.strictObject({
  model: z.string(),
  score: z.number(),
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  verdict: z.enum(["better", "worse", "undecided"]),
});

/** A submission under one metric. */
export const submissionBoard = z.strictObject({
  metric: z.strictObject({
    id: z.string(),
    title: z.string(),
    direction: z.enum(["lower", "higher"]),
    range: z.tuple([z.number(), z.number()]),
  }),
  public: submissionScore,
  /** On the fresh draw; null for a file of predictions, which answers the public cases only. */
  fresh: submissionScore.nullable(),
  /** Best and worst rank among the entries compared and the submission; null without a score. */
  rank: z.tuple([z.int().positive(), z.int().positive()]).nullable(),
  compared: z.array(comparison),
});

/** `record.json` of a stored submission. */
export const submissionRecord = z.strictObject({
  schema: z.literal("simverdict/submission-record@1"),
  /** SHA-256 of the manifest. */
  sha,
  task: z.strictObject({ id: z.string(), version: z.int().positive(), hash: sha }),
  model: z.string(),
  version: z.string(),
  kind: z.enum(["predictions", "onnx", "command", "module"]),
  run: z.strictObject({
    tier: z.enum(TIERS),
    seed: z.int().nonnegative(),
    /** Of the fresh draw; null where there is none. */
    release: z.string().nullable(),
    version: z.string(),
    commit: z.string().nullable(),
  }),
  /** Levels: of each score's interval, and of all comparisons of a board together. */
  alpha: z.strictObject({ score: z.number(), ranks: z.number() }),
  /** SHA-256 of the answers kept beside the record, for a submission that is run; null for a file of predictions. */
  answers: z.strictObject({ public: sha, fresh: sha }).nullable(),
  boards: z.array(submissionBoard).min(1),
});

/** @see submissionScore */
export type SubmissionScore = z.infer<typeof submissionScore>;
/** @see comparison */
export type Comparison = z.infer<typeof comparison>;
/** @see submissionBoard */
export type SubmissionBoard = z.infer<typeof submissionBoard>;
/** @see submissionRecord */
export type SubmissionRecord = z.infer<typeof submissionRecord>;
