import { z } from "zod";

/** Which entries of the board a submission is compared with. */
const competitors = z.strictObject({
  /** Only entries whose name contains this; all when null. */
  against: z.string().nullable(),
  /** Entries left out, by their names. */
  skip: z.array(z.string()),
});

/** Who scores: the package's version and commit. */
const identity = z.strictObject({ version: z.string(), commit: z.string().nullable() });

/** Write what other languages need to a folder. */
const exportOrder = z.strictObject({
  do: z.literal("export"),
  folder: z.string(),
  /** Training pairs. */
  training: z.int().nonnegative(),
});

/** Score a staged submission and leave its record and answers beside it. */
const submitOrder = z.strictObject({
  do: z.literal("submit"),
  folder: z.string(),
  /** A copy of the files for a program to run in. */
  scratch: z.string(),
  /** A file that is there for as long as the submission is asked, so that it can be ended from outside. */
  asking: z.string(),
  sha: z.string(),
  release: z.string().min(1),
  limits: z.strictObject({ seconds: z.number().positive(), megabytes: z.number().positive() }),
  competitors,
  identity,
});

/** Score stored submissions of one task again, from their kept answers. */
const rescoreOrder = z.strictObject({ do: z.literal("rescore"), folders: z.array(z.string()), competitors, identity });

/** What a leaderboard is asked to do instead of competing; the file that `SIMVERDICT_ORDER` names. */
export const orderSchema = z.discriminatedUnion("do", [exportOrder, submitOrder, rescoreOrder]);

/** What became of an order: null, or why it was refused. */
export const outcomeSchema = z.strictObject({
  refused: z.strictObject({ message: z.string(), integrity: z.boolean() }).nullable(),
});

/** @see orderSchema */
export type Order = z.infer<typeof orderSchema>;
/** @see submitOrder */
export type SubmitOrder = z.infer<typeof submitOrder>;
/** @see rescoreOrder */
export type RescoreOrder = z.infer<typeof rescoreOrder>;
/** @see exportOrder */
export type ExportOrder = z.infer<typeof exportOrder>;
/** @see competitors */
export type Competitors = z.infer<typeof competitors>;

/**
 * Where the outcome of an order is written.
 *
 * @param order the order's file
 * @returns a file beside it
 * @example outcomeFile("/tmp/order.json") // => "/tmp/order.json.outcome"
 */
export function outcomeFile(order: string): string {
  return `${order}.outcome`;
}
