import { z } from "zod";
import { failureRecord } from "../../harness/record.js";
import { TIERS } from "../../harness/tier.js";
import { boardRecord } from "../record.js";

/** What became of a theorem's claim or falsifier, or of the whole theorem, since the base. */
export const theoremFinding = z.strictObject({
  theorem: z.string(),
  /** The spec file as the caller named it; null for a theorem of the package's own. */
  file: z.string().nullable(),
  /** `claim <name>`, `falsifier <name>` or `theorem`. */
  part: z.string(),
  /** `lost`, `removed` and `changed` fail; `together`: inconclusive now, upheld by the evidence of several runs. */
  verdict: z.enum(["lost", "removed", "changed", "unconfirmed", "together", "new", "mended"]),
  /** What it was and is, in words. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** How a row stands on one draw of cases; worsening is positive where the current model is worse. */
const draw = z.strictObject({
  cases: z.int().positive(),
  base: z.number(),
  current: z.number(),
  worsening: z.number(),
  /** Of the worsening, at level √α on each side. */
  lower: z.number(),
  upper: z.number(),
});

/** What became of one entry under one metric since the base. */
export const rowFinding = z.strictObject({
  task: z.string(),
  metric: boardRecord.shape.metric,
  model: z.string(),
  margin: z.number(),
  /** `fail`, `removed` and `broken` fail; `identical`: no score of any case differs. */
  verdict: z.enum(["identical", "pass", "undecided", "unconfirmed", "fail", "removed", "broken", "new"]),
  /** On the public cases; null where there are no two scores to compare, or none differs. */
  public: draw.nullable(),
  /** On the second draw, where a regression was suspected. */
  confirmation: draw.nullable(),
  /** Why there is no score any more. */
  problem: z.string().nullable(),
});

/** `gate.json`: what a gate compared and found. */
export const gateRecord = z.strictObject({
  schema: z.literal("simverdict/gate@1"),
  verdict: z.enum(["pass", "fail"]),
  tier: z.enum(TIERS),
  seed: z.int().nonnegative(),
  alpha: z.number(),
  version: z.string(),
  base: z.strictObject({
    /** As it was named. */
    name: z.string(),
    /** The commit that was run, or that the records name. */
    commit: z.string().nullable(),
    /** SHA-256 of the records. */
    sha: z.string(),
    /** What confirms a suspicion: other cases for the same models, or both sides trained anew under this seed. */
    confirmation: z.union([z.literal("reserved cases"), z.strictObject({ seed: z.int().nonnegative() })]),
  }),
  /** Claims and falsifiers compared; rows compared. */
  compared: z.strictObject({ parts: z.int().nonnegative(), rows: z.int().nonnegative() }),
  /** Union bound over the rows: the probability that any fails though none is worse than its margin. */
  errorBound: z.number().min(0).max(1),
  theorems: z.array(theoremFinding),
  rows: z.array(rowFinding),
  /** Files of the current run that did not load or run. */
  failures: z.array(failureRecord),
  /** What was not compared, and why. */
  notes: z.array(z.string()),
});

/** @see theoremFinding */
export type TheoremFinding = z.infer<typeof theoremFinding>;
/** @see rowFinding */
export type RowFinding = z.infer<typeof rowFinding>;
/** @see gateRecord */
export type GateRecord = z.infer<typeof gateRecord>;

/** How a row stands on one draw of cases. */
export type Draw = z.infer<typeof draw>;
