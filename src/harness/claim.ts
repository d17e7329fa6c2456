import type * as fc from "fast-check";
import { type Tier, type Tiered, TIERS } from "./tier.js";

/** What every claim says in words. */
interface Statement {
  /** The estimand as a formula in the observables, for example `min(1, (f(x) − f*(x))² / R*)`. */
  readonly of: string;
  /** Where the margin comes from: a theory, a rate, a source. */
  readonly because: string;
  /**
   * The smallest tier at which it is claimed; smoke if not given. For claims about nets that a smaller tier cannot train
   * for long enough: such a tier leaves the claim out, and what a falsifier must refute of it.
   */
  readonly from?: Tier;
}

/** What a claim about a bounded mean says beside its margin. */
export interface MeanStatement extends Statement {
  /** Bounds that every observation keeps by construction. */
  readonly range: readonly [number, number];
}

/** E[Z] ≤ margin, or E[Z] ≥ margin, for an observation Z within a range. */
export interface OneSidedClaim extends MeanStatement {
  readonly kind: "atMost" | "atLeast";
  readonly margin: Tiered<number>;
}

/** low ≤ E[Z] ≤ high: two one-sided claims. */
export interface WithinClaim extends MeanStatement {
  readonly kind: "within";
  readonly margin: Tiered<readonly [number, number]>;
}

/** A claim decided by the mean of bounded observations. */
export type MeanClaim = OneSidedClaim | WithinClaim;

/** A deterministic property of every drawn value; one counterexample refutes it. */
export interface ForAllClaim<in Prepared = never> extends Statement {
  readonly kind: "forAll";
  readonly draw: fc.Arbitrary<unknown>;
  /** False is a counterexample; a check that throws makes the claim invalid. */
  readonly holds: (value: never, prepared: Prepared) => boolean | Promise<boolean>;
  readonly runs: Tiered<number>;
}

/** What a theorem asserts: one of four words. */
export type Claim<Prepared = never> = MeanClaim | ForAllClaim<Prepared>;

/**
 * Whether a claim is made at a tier.
 *
 * @param claim the claim
 * @param tier the tier
 * @returns whether the tier is no smaller than the one that the claim is made from
 */
export function isClaimedAt({ from = "smoke" }: { readonly from?: Tier }, tier: Tier): boolean {
  return TIERS.indexOf(tier) >= TIERS.indexOf(from);
}

const tiered = <T>(value: T | Tiered<T>): Tiered<T> =>
  typeof value === "object" && value !== null && "smoke" in value ? value : { smoke: value };

function checkRange([low, high]: readonly [number, number]): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high && Number.isFinite(high - low))) {
    throw new RangeError(`a claim's range must be two finite numbers [low, high] with low < high and a finite width, got [${low}, ${high}]`);
  }
}

/** A margin at an end of the range is either true of every law or beyond the reach of finitely many observations. */
function checkMargin(margin: number, [low, high]: readonly [number, number]): void {
  if (!(margin > low && margin < high)) {
    throw new RangeError(
      `a margin must lie strictly inside the range (${low}, ${high}), got ${margin}: at its ends a claim is vacuous or cannot be decided`,
    );
  }
}

function oneSided(kind: "atMost" | "atLeast", margin: number | Tiered<number>, said: MeanStatement): OneSidedClaim {
  checkRange(said.range);
  const margins = tiered(margin);
  Object.values(margins).forEach((m: number) => checkMargin(m, said.range));
  return { ...said, kind, margin: margins };
}

/**
 * The claim E[Z] ≤ margin; at equality it is true.
 *
 * @param margin m, strictly inside the range; a number or one for each tier
 * @param said the estimand, its range and the margin's reason
 * @returns the claim
 * @throws RangeError if the range is empty or the margin is not inside it
 * @example atMost(0.02, { of: "Z", range: [0, 1], because: "rate p/n" }).kind // => "atMost"
 */
export function atMost(margin: number | Tiered<number>, said: MeanStatement): OneSidedClaim {
  return oneSided("atMost", margin, said);
}

/**
 * The claim E[Z] ≥ margin; at equality it is true.
 *
 * @param margin m, strictly inside the range; a number or one for each tier
 * @param said the estimand, its range and the margin's reason
 * @returns the claim
 * @throws RangeError if the range is empty or the margin is not inside it
 */
export function atLeast(margin: number | Tiered<number>, said: MeanStatement): OneSidedClaim {
  return oneSided("atLeast", margin, said);
}

/**
 * The claim low ≤ E[Z] ≤ high: upheld when both halves are, refuted when either is (at half the error rate each).
 *
 * @param margin [low, high], both strictly inside the range, low < high; or one pair for each tier
 * @param said the estimand, its range and the margin's reason
 * @returns the claim
 * @throws RangeError if the range or the margins are empty, or a margin is not inside the range
 * @source Schuirmann 1987 (two one-sided tests)
 */
export function within(
  margin: readonly [number, number] | Tiered<readonly [number, number]>,
  said: MeanStatement,
): WithinClaim {
  checkRange(said.range);
  const margins = tiered(margin);
  for (const [low, high] of Object.values(margins) as (readonly [number, number])[]) {
    checkMargin(low, said.range);
    checkMargin(high, said.range);
    if (!(low < high)) throw new RangeError(`margins of "within" must be [low, high] with low < high, got [${low}, ${high}]`);
  }
  return { ...said, kind: "within", margin: margins };
}

/**
 * The claim that a property holds for every value of a fast-check arbitrary, in the prepared world.
 *
 * @param draw the arbitrary that draws, and shrinks, the values
 * @param said the property in words, its reason, the check (false is a counterexample) and how many
 *   values to draw (1,000 unless told, at least 1; or one number for each tier)
 * @returns the claim
 * @throws RangeError if the number of draws is not a positive integer
 * @source Claessen & Hughes 2000, "QuickCheck"
 */
export function forAll<T, Prepared>(
  draw: fc.Arbitrary<T>,
  said: Statement & {
    readonly holds: (value: T, prepared: Prepared) => boolean | Promise<boolean>;
    readonly runs?: number | Tiered<number>;
  },
): ForAllClaim<Prepared> {
  const runs = tiered(said.runs ?? 1000);
  for (const n of Object.values(runs) as number[]) {
    if (!(Number.isSafeInteger(n) && n > 0)) throw new RangeError(`"forAll" draws a positive number of values, got ${n}`);
  }
  const { of, because, holds, from } = said;
  return { kind: "forAll", draw, of, because, holds, runs, ...(from !== undefined && { from }) };
}
