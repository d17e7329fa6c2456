import type { ClaimRecord, FalsifierRecord, TheoremRecord } from "./record.js";

const NUMBER = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3, useGrouping: false });

/**
 * A number as people read it: three significant digits.
 *
 * @param x any number, or null for none
 * @returns its text, `–` for null
 * @example formatNumber(0.012345) // => "0.0123"
 */
export function formatNumber(x: number | null): string {
  if (x === null) return "–";
  return x !== 0 && Math.abs(x) < 1e-3 ? x.toExponential(1).replace("e-", "e−").replace(/^-/, "−") : NUMBER.format(x).replace(/^-/, "−");
}

/**
 * A claim's inequality.
 *
 * @param claim its kind and margin
 * @returns for example `≤ 0.02`, `in [0.4, 0.6]`, `for all`
 */
export function formatMargin({ kind, margin }: Pick<ClaimRecord, "kind" | "margin">): string {
  if (kind === "forAll") return "for all";
  if (margin === null) return "";
  if (typeof margin !== "number") return `in [${margin.map(formatNumber).join(", ")}]`;
  return `${kind === "atMost" ? "≤" : "≥"} ${formatNumber(margin)}`;
}

/**
 * What was found about a claim, in one phrase.
 *
 * @param claim its record
 * @returns the estimate with its confidence sequence and sample size, the counterexample, or the reason of `invalid`
 */
export function explainClaim(claim: ClaimRecord): string {
  if (claim.reason !== null) return claim.reason;
  if (claim.kind === "forAll") {
    return claim.counterexample === null
      ? `no counterexample in ${claim.samples} draws`
      : `counterexample ${claim.counterexample}`;
  }
  const interval = `[${formatNumber(claim.lower)}, ${formatNumber(claim.upper)}]`;
  const share = claim.saturated ?? 0;
  const saturated = share > 0 && share < 1 ? `, ${formatNumber(100 * share)} % at a bound` : "";
  return `mean ${formatNumber(claim.estimate)} in ${interval}, n = ${claim.samples}${saturated}`;
}

/**
 * Why a falsifier was not refuted.
 *
 * @param falsifier its record
 * @returns one phrase, which begins with `survived` or `could not be judged`
 */
export function explainSurvivor(falsifier: FalsifierRecord): string {
  if (falsifier.reason !== null) return `could not be judged: ${falsifier.reason}`;
  const survivors = falsifier.claims
    .filter((claim) => claim.verdict !== "refuted")
    .map((claim) => `claim "${claim.id}" ${claim.verdict} ${formatMargin(claim)}: ${explainClaim(claim)}`);
  return `survived: ${survivors.join("; ")}`;
}

/**
 * Why a theorem was not upheld: one line for every claim and falsifier to blame, and the command that replays it.
 *
 * @param record the theorem's record
 * @returns the lines; none if it was upheld
 */
export function explainTheorem(record: TheoremRecord): string[] {
  if (record.verdict === "upheld") return [];
  return [
    `theorem ${record.id} is ${record.verdict}`,
    ...record.claims
      .filter((claim) => claim.verdict !== "upheld")
      .map((claim) => `claim "${claim.id}" ${formatMargin(claim)} is ${claim.verdict}: ${explainClaim(claim)}`),
    ...record.falsifiers
      .filter((falsifier) => !falsifier.killed)
      .map((falsifier) => `falsifier "${falsifier.id}" ${explainSurvivor(falsifier)}`),
    `replay: ${record.replay}`,
  ];
}
