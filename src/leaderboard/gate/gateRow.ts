import { inferiority, type Inferiority, type NonInferiorityOptions, type PairedScores } from "./inferiority.js";

/** How a row of a board ends at the gate; only `fail` fails. */
export type RowVerdict = "pass" | "undecided" | "unconfirmed" | "fail";

/** A row's verdict, and what led to it. */
export interface RowDecision {
  readonly verdict: RowVerdict;
  readonly suspicion: Inferiority;
  /** Null where nothing was suspected. */
  readonly confirmation: Inferiority | null;
}

/**
 * The gate's rule for one row: it fails only if the public cases make a regression suspect *and* a second, independent draw
 * confirms it, each by the test of non-inferiority at level √α.
 *
 * P(fail) ≤ √α · √α = α for models that are not worse than the margin, since the second draw does not depend on the first.
 *
 * @param publicCases the scores of base and current on the public cases
 * @param secondDraw draws or fetches those on other cases, of these models or of both trained anew; asked only on suspicion
 * @param options direction and range of the metric, margin, and α in (0, 1/4)
 * @returns `pass` if the public cases decide that the current model is not worse, `undecided` if they decide nothing,
 *   `unconfirmed` if the second draw does not confirm the suspicion, else `fail`
 * @throws RangeError if scores, margin or α are outside their domains
 * @source Waudby-Smith & Ramdas 2024, section 4 (the betting tests); Ville 1939
 */
export async function gateRow(
  publicCases: PairedScores,
  secondDraw: () => PairedScores | Promise<PairedScores>,
  options: NonInferiorityOptions,
): Promise<RowDecision> {
  const stage = { ...options, alpha: stageAlpha(options.alpha) };
  const suspicion = inferiority(publicCases, stage);
  if (suspicion !== "worse") return { verdict: suspicion === "not worse" ? "pass" : "undecided", suspicion, confirmation: null };
  const confirmation = inferiority(await secondDraw(), stage);
  return { verdict: confirmation === "worse" ? "fail" : "unconfirmed", suspicion, confirmation };
}

/**
 * The level of each of the two stages.
 *
 * √α
 *
 * @param alpha α in (0, 1/4), the probability allowed to a false alarm on one row
 * @returns a level in (0, 1/2)
 * @throws RangeError if α is outside its domain
 * @example stageAlpha(1e-4) // => 0.01
 */
export function stageAlpha(alpha: number): number {
  if (!(alpha > 0 && alpha < 0.25)) throw new RangeError(`alpha must be above 0 and below 1/4, got ${alpha}`);
  return Math.sqrt(alpha);
}
