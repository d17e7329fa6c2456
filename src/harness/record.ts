import { z } from "zod";
import { TIERS } from "./tier.js";
import { VERDICTS } from "./verdict.js";

const finite = z.number();
const count = z.int().nonnegative();
const seconds = z.number().nonnegative();

/** What identifies a run, and when it was. */
export const runIdentity = z.strictObject({
  seed: count,
  tier: z.enum(TIERS),
  /** What ran the neural nets, null where none was used. */
  backend: z.string().nullable(),
  version: z.string(),
  commit: z.string().nullable(),
  node: z.string(),
  startedAt: z.string(),
  durationMs: seconds,
});

/** What was found about one claim in one world. */
export const claimRecord = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["atMost", "atLeast", "within", "forAll"]),
  /** The estimand and the reason of the margin. */
  statement: z.string(),
  because: z.string(),
  margin: z.union([finite, z.tuple([finite, finite])]).nullable(),
  range: z.tuple([finite, finite]).nullable(),
  /** Null for `forAll`, which makes no statistical error. */
  alpha: finite.nullable(),
  estimate: finite.nullable(),
  /** The confidence sequence at level α when the verdict fell. */
  lower: finite.nullable(),
  upper: finite.nullable(),
  /** Observations taken, or values drawn. */
  samples: count,
  /** Share of observations at an end of the range. */
  saturated: finite.nullable(),
  /** Natural logarithms of the e-values. */
  logE: z.strictObject({ for: finite, against: finite }).nullable(),
  /** The shrunk value that refutes a `forAll`. */
  counterexample: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  /** What made it invalid. */
  reason: z.string().nullable(),
});

/** What was found in one deliberately broken world. */
export const falsifierRecord = z.strictObject({
  id: z.string().min(1),
  breaks: z.string(),
  mustRefute: z.array(z.string()).min(1),
  /** Whether every claim of `mustRefute` was refuted. */
  killed: z.boolean(),
  samples: count,
  claims: z.array(claimRecord),
  reason: z.string().nullable(),
});

/** One theorem spec and its verdict. */
export const theoremRecord = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  statement: z.string(),
  source: z.string(),
  assumptions: z.array(z.string()),
  /** The spec file as the caller named it; null for a theorem of the package's own. */
  file: z.string().nullable(),
  specHash: z.string(),
  /** The model that was judged in place of the spec's own, and the SHA-256 of its file; left out where there was none. */
  model: z.strictObject({ path: z.string().min(1), sha256: z.string() }).optional(),
  verdict: z.enum(VERDICTS),
  claims: z.array(claimRecord),
  falsifiers: z.array(falsifierRecord),
  /** Backend of the neural nets, null where none was used. */
  backend: z.string().nullable(),
  /** The commit that found it, where it was put into the record of another run. */
  commit: z.string().optional(),
  durationMs: seconds,
  replay: z.string(),
});

/** A spec file that could not be loaded, or an error outside any theorem. */
export const failureRecord = z.strictObject({ file: z.string(), message: z.string() });

/** `verdicts.json`: one run. */
export const verdictsRecord = z.strictObject({
  schema: z.literal("simverdict/verdicts@1"),
  run: runIdentity.extend({
    /** Whether the hypothesis worlds ran too. */
    mode: z.enum(["verify", "falsify"]),
    alpha: finite,
    /** Union bound over all statistical decisions: the probability of any wrong verdict. */
    errorBound: z.number().min(0).max(1),
    decisions: z.strictObject({ claims: count, falsifiers: count }),
  }),
  theorems: z.array(theoremRecord),
  failures: z.array(failureRecord),
});

/** @see claimRecord */
export type ClaimRecord = z.infer<typeof claimRecord>;
/** @see falsifierRecord */
export type FalsifierRecord = z.infer<typeof falsifierRecord>;
/** @see theoremRecord */
export type TheoremRecord = z.infer<typeof theoremRecord>;
/** @see failureRecord */
export type FailureRecord = z.infer<typeof failureRecord>;
/** @see verdictsRecord */
export type VerdictsRecord = z.infer<typeof verdictsRecord>;
