import { explainClaim, explainSurvivor, formatMargin, formatNumber } from "../harness/explain.js";
import type { ClaimRecord, FalsifierRecord, TheoremRecord, VerdictsRecord } from "../harness/record.js";
import { markdownTable } from "./markdownTable.js";
import { summaryLines } from "./verdictText.js";

/**
 * A run as a Markdown report: its identity, the verdicts, every claim with its evidence, the falsifier matrix, and
 * what a verdict does and does not say.
 *
 * @param record the run
 * @returns the report, a whole Markdown document
 */
export function verdictsMarkdown(record: VerdictsRecord): string {
  const { run, theorems, failures } = record;
  const identity = [
    ["tier", run.tier],
    ["seed", String(run.seed)],
    ["α per verdict", String(run.alpha)],
    ["probability of any wrong verdict", `≤ ${formatNumber(run.errorBound)}`],
    ["backend", run.backend ?? "none needed"],
    ["simverdict", run.version],
    ["commit", run.commit ?? "unknown"],
    ["Node", run.node],
    ["started", run.startedAt],
    ["duration", `${(run.durationMs / 1000).toFixed(1)} s`],
  ];
  return [
    "# Verdicts",
    "",
    ...summaryLines(record).map((line) => `${line}.  `),
    "",
    ...markdownTable(["run", ""], identity),
    "",
    ...(failures.length === 0
      ? []
      : ["## Failures", "", ...markdownTable(["file", "message"], failures.map(({ file, message }) => [file, message])), ""]),
    "## Theorems",
    "",
    ...markdownTable(
      ["theorem", "verdict", "claims upheld", "falsifiers refuted", "source"],
      theorems.map((theorem) => [
        `[${theorem.id}](#${anchor(theorem.id)})`,
        bold(theorem.verdict),
        share(theorem.claims.map(({ verdict }) => verdict === "upheld")),
        share(theorem.falsifiers.map(({ killed }) => killed)),
        theorem.source,
      ]),
    ),
    "",
    "## Evidence",
    "",
    "Each interval is a confidence sequence, read when the verdict fell. It covers on both sides at once, a verdict needs one side only, so an upheld claim's interval may reach a little past the margin.",
    "",
    ...theorems.flatMap(theoremSection),
    "",
  ].join("\n");
}

function theoremSection(theorem: TheoremRecord): string[] {
  return [
    `### ${theorem.id}`,
    "",
    `${theorem.title}. **${theorem.verdict}** (${theorem.source})`,
    "",
    `> ${theorem.statement}`,
    "",
    ...(theorem.model === undefined ? [] : [`Model under test: \`${theorem.model.path}\`, SHA-256 ${theorem.model.sha256}; falsifiers are about the references.`, ""]),
    ...(theorem.assumptions.length === 0 ? [] : [`Assumes: ${theorem.assumptions.join("; ")}.`, ""]),
    ...markdownTable(
      ["claim", "of", "margin", "verdict", "evidence", "log₁₀ e", "margin from"],
      theorem.claims.map((claim) => [
        claim.id,
        claim.statement,
        formatMargin(claim),
        bold(claim.verdict),
        explainClaim(claim),
        log10E(claim),
        claim.because,
      ]),
    ),
    "",
    ...markdownTable(
      ["falsifier", "breaks", "must refute", "refuted", "evidence"],
      theorem.falsifiers.map((falsifier) => [
        falsifier.id,
        falsifier.breaks,
        falsifier.mustRefute.join(", "),
        falsifier.killed ? "yes" : "**no**",
        falsifierEvidence(falsifier),
      ]),
    ),
    "",
    `Replay: \`${theorem.replay}\``,
    "",
  ];
}

function falsifierEvidence(falsifier: FalsifierRecord): string {
  if (!falsifier.killed) return explainSurvivor(falsifier);
  return falsifier.claims.map((claim) => `${claim.id} ${formatMargin(claim)}: ${explainClaim(claim)}`).join("; ");
}

/** Evidence for the claim, as a power of ten; the threshold is log₁₀ 1/α. */
const log10E = ({ logE }: ClaimRecord): string => (logE === null ? "–" : formatNumber(logE.for / Math.LN10));

const share = (passed: readonly boolean[]): string => `${passed.filter(Boolean).length} of ${passed.length}`;

const bold = (verdict: string): string => (verdict === "upheld" ? verdict : `**${verdict}**`);

/** GitHub's anchor of a heading. */
const anchor = (heading: string): string => heading.replace(/[^a-z0-9-]/g, "");
