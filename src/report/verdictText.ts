import { explainClaim, explainSurvivor, formatMargin, formatNumber } from "../harness/explain.js";
import type { ClaimRecord, TheoremRecord, VerdictsRecord } from "../harness/record.js";
import type { Verdict } from "../harness/verdict.js";

/** Colours a text by a verdict; the identity where there are no colours. */
export type Paint = (verdict: Verdict, text: string) => string;

const MARK = { upheld: "✓", refuted: "✗", inconclusive: "?", invalid: "!" } as const;

/**
 * A theorem's verdict for people: a headline, a line for every claim, a line for the falsifiers.
 *
 * @param theorem its record
 * @param paint colours a text by a verdict
 * @returns the lines
 */
export function theoremLines(theorem: TheoremRecord, paint: Paint): string[] {
  const width = Math.max(0, ...theorem.claims.map(({ id }) => id.length));
  const marginWidth = Math.max(0, ...theorem.claims.map((claim) => formatMargin(claim).length));
  const claimLine = (claim: ClaimRecord): string =>
    `  ${paint(claim.verdict, MARK[claim.verdict])} ${claim.id.padEnd(width)}  ${formatMargin(claim).padEnd(marginWidth)}  ${explainClaim(claim)}`;
  const killed = theorem.falsifiers.filter((falsifier) => falsifier.killed);
  const survivors = theorem.falsifiers.filter((falsifier) => !falsifier.killed);
  return [
    `${paint(theorem.verdict, headline(theorem).padEnd(12))} ${theorem.id}  (${(theorem.durationMs / 1000).toFixed(1)} s)`,
    ...theorem.claims.map(claimLine),
    ...(killed.length === 0 ? [] : [`  ${paint("upheld", MARK.upheld)} refuted, as they must be: ${killed.map(({ id }) => id).join(", ")}`]),
    ...survivors.map((falsifier) => {
      return `  ${paint("invalid", MARK.invalid)} falsifier "${falsifier.id}" ${explainSurvivor(falsifier)}`;
    }),
    ...(theorem.verdict === "upheld" ? [] : [`  replay: ${theorem.replay}`]),
  ];
}

/**
 * What a run found, in a few lines.
 *
 * @param record the run
 * @returns the number of theorems by verdict, of falsifiers refuted, and the probability of any wrong verdict
 */
export function summaryLines({ run, theorems, failures }: VerdictsRecord): string[] {
  const byVerdict = (["upheld", "refuted", "inconclusive", "invalid"] as const)
    .map((verdict) => ({ verdict, found: theorems.filter((theorem) => theorem.verdict === verdict) }))
    .filter(({ found }) => found.length > 0)
    .map(({ found }) => `${found.length} ${headline(found[0])}`);
  const falsifiers = theorems.flatMap((theorem) => theorem.falsifiers);
  const killed = falsifiers.filter((falsifier) => falsifier.killed).length;
  return [
    ...failures.map(({ file, message }) => `failed: ${file}: ${message}`),
    `${plural(theorems.length, "theorem")}: ${byVerdict.join(", ") || "none"}; ${killed} of ${plural(falsifiers.length, "falsifier")} refuted` +
      (failures.length === 0 ? "" : `; ${plural(new Set(failures.map(({ file }) => file)).size, "spec file")} failed`),
    `${plural(run.decisions.claims, "statistical claim")} and ${run.decisions.falsifiers} in falsifiers: probability of any wrong verdict ≤ ${formatNumber(run.errorBound)}`,
  ];
}

/** The verdict; where only falsifiers ran, nothing is said of the claims. */
const headline = ({ verdict, claims }: TheoremRecord): string =>
  claims.length === 0 && verdict === "upheld" ? "falsifiable" : verdict;

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
