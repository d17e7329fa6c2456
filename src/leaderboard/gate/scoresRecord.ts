import { z } from "zod";
import { failureRecord, runIdentity } from "../../harness/record.js";
import { boardRecord } from "../record.js";

/** One entry under one metric: its packed scores on both blocks of cases, or why there are none. */
export const scoredRow = z.strictObject({
  model: z.string().min(1),
  /** Cases of each block that it was asked. */
  cases: z.int().positive().max(1_000_000),
  /** On the public cases. */
  public: z.string().nullable(),
  /** On the reserved cases, which no development looks at: they confirm a suspicion. */
  reserved: z.string().nullable(),
  /** `n/a` where the metric does not apply, else what the entry did wrong; null if there are scores. */
  problem: z.string().nullable(),
});

/** One board: a task under one metric. */
export const scoredBoard = z.strictObject({ metric: boardRecord.shape.metric, rows: z.array(scoredRow) });

/** One task with all its boards. */
export const scoredTask = z.strictObject({
  task: boardRecord.shape.task,
  backend: boardRecord.shape.backend,
  boards: z.array(scoredBoard),
});

/** What every entry of every board scored on every case of one run. */
export const scoresRecord = z.strictObject({
  schema: z.literal("simverdict/scores@1"),
  run: runIdentity,
  /** Cases in each of the two blocks; a row may have been asked fewer. */
  cases: z.int().positive().max(1_000_000),
  /** Names the draw of the reserved cases. */
  reserved: z.string().min(1),
  tasks: z.array(scoredTask),
  failures: z.array(failureRecord),
});

/** @see scoredRow */
export type ScoredRow = z.infer<typeof scoredRow>;
/** @see scoredBoard */
export type ScoredBoard = z.infer<typeof scoredBoard>;
/** @see scoredTask */
export type ScoredTask = z.infer<typeof scoredTask>;
/** @see scoresRecord */
export type ScoresRecord = z.infer<typeof scoresRecord>;
