import { formatMargin, formatNumber } from "../harness/explain.js";
import type { ClaimRecord, FalsifierRecord, TheoremRecord, VerdictsRecord } from "../harness/record.js";
import { markdownTable } from "./markdownTable.js";
import { plainMarkdown } from "./plainMarkdown.js";

/**
 * What a run found of some theorems: a table of their claims, and one of their falsifiers with what each broke.
 *
 * @param record the run
 * @param folder the id of a theorem, or what ids begin with, up to a slash
 * @returns Markdown; a sentence that says so if the record has none of them
 */
export function theoremsBlock({ theorems, run }: VerdictsRecord, folder: string): string {
  const found = theorems.filter(({ id }) => id === folder || id.startsWith(`${folder}/`));
  if (found.length === 0) return `\`${folder}\`: not in the reference records.`;
  const name = ({ id }: TheoremRecord): string => plainMarkdown(id.slice(id === folder ? folder.lastIndexOf("/") + 1 : folder.length + 1));
  const rows = <T>(partsOf: (theorem: TheoremRecord) => readonly T[], cellsOf: (part: T) => string[]): string[][] =>
    found.flatMap((theorem) => partsOf(theorem).map((part, i) => [i === 0 ? name(theorem) : "", ...cellsOf(part).map(plainMarkdown)]));
  const others = found.filter(({ verdict }) => verdict !== "upheld").map(({ id, verdict }) => `, \`${id}\` **${verdict}**`);
  const upheld = `${found.length - others.length} of ${found.length} upheld${others.join("")}`;
  return [
    `\`${folder}\`: ${upheld} (tier ${run.tier}).`,
    "",
    ...markdownTable(
      ["theorem", "claim", "of", "margin", "estimate", "interval", "n", "verdict"],
      rows(({ claims }) => claims, (claim) => [claim.id, claim.statement, formatMargin(claim), ...evidence(claim), claim.verdict]),
    ),
    "",
    ...markdownTable(
      ["theorem", "falsifier", "breaks", "refuted there"],
      rows(({ falsifiers }) => falsifiers, (falsifier) => [falsifier.id, falsifier.breaks, brokenClaims(falsifier)]),
    ),
  ].join("\n");
}

/** Estimate, confidence sequence and sample size. */
function evidence({ kind, estimate, lower, upper, samples, counterexample, reason }: ClaimRecord): string[] {
  if (reason !== null) return [reason, "–", String(samples)];
  if (kind !== "forAll") return [formatNumber(estimate), `[${formatNumber(lower)}, ${formatNumber(upper)}]`, String(samples)];
  return [counterexample === null ? "no counterexample" : `counterexample ${counterexample}`, "–", String(samples)];
}

/** The claims that had to be refuted, each with what refuted it. */
function brokenClaims({ claims, mustRefute, killed, reason }: FalsifierRecord): string {
  const refuted = claims.filter(({ id, verdict }) => mustRefute.includes(id) && verdict === "refuted");
  const parts = refuted.map(({ id, kind, estimate, lower, upper, samples }) =>
    kind === "forAll" ? `${id}: counterexample (draw ${samples})` : `${id}: ${formatNumber(estimate)} in [${formatNumber(lower)}, ${formatNumber(upper)}], n = ${samples}`,
  );
  const missing = mustRefute.filter((id) => !refuted.some((claim) => claim.id === id));
  return [...parts, ...(killed ? [] : [reason ?? `not refuted: ${missing.join(", ")}`])].join("; ");
}
