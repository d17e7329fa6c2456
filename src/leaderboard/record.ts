import { z } from "zod";
import { runIdentity } from "../harness/record.js";

const score = z.number().nullable();

/** One model on one board. */
export const rowRecord = z.strictObject({
  model: z.string().min(1),
  source: z.string(),
  /** Mean score; null where there is none. */
  score,
  lower: score,
  upper: score,
  /** Best and worst rank; null where the row is not ranked. */
  rank: z.tuple([z.int().positive(), z.int().positive()]).nullable(),
  n: z.int().nonnegative(),
  /** The same on the fresh draw of the board's release; absent where there is no release, or no score. */
  fresh: z.strictObject({ score: z.number(), lower: z.number(), upper: z.number(), n: z.int().positive() }).optional(),
  trainSeconds: z.number().nonnegative().nullable(),
  parameters: z.int().nonnegative().nullable(),
  /** What the entry has to say of its training; absent where that is nothing. */
  note: z.string().min(1).optional(),
  /** Why there is no score: `n/a` where the metric does not apply, else what the entry did wrong. */
  problem: z.string().nullable(),
});

/** The difference of two models on the same cases: score of a minus score of b. */
export const pairedRecord = z.strictObject({
  a: z.string(),
  b: z.string(),
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  verdict: z.enum(["a better", "b better", "undecided"]),
});

/** One task under one metric. */
export const boardRecord = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  task: z.strictObject({ id: z.string(), version: z.int().positive(), hash: z.string() }),
  metric: z.strictObject({
    id: z.string(),
    title: z.string(),
    direction: z.enum(["lower", "higher"]),
    range: z.tuple([z.number(), z.number()]),
  }),
  /** Levels: of each score's interval, and of all ranks of the board together. */
  alpha: z.strictObject({ score: z.number(), ranks: z.number() }),
  /** Names the fresh draw that rows were scored on as well. */
  release: z.string().min(1).optional(),
  /** What ran the neural nets, null where none was used. */
  backend: z.string().nullable(),
  /** The commit that found it, where it was put into the record of another run. */
  commit: z.string().optional(),
  rows: z.array(rowRecord),
  paired: z.array(pairedRecord),
});

/** `leaderboard.json`: the boards of one run. */
export const leaderboardRecord = z.strictObject({
  schema: z.literal("simverdict/leaderboard@1"),
  run: runIdentity,
  boards: z.array(boardRecord),
  failures: z.array(z.strictObject({ file: z.string(), message: z.string() })),
});

/** @see rowRecord */
export type RowRecord = z.infer<typeof rowRecord>;
/** @see pairedRecord */
export type PairedRecord = z.infer<typeof pairedRecord>;
/** @see boardRecord */
export type BoardRecord = z.infer<typeof boardRecord>;
/** @see leaderboardRecord */
export type LeaderboardRecord = z.infer<typeof leaderboardRecord>;
