import type { GateRecord, RowFinding, TheoremFinding } from "../leaderboard/gate/gateRecord.js";
import { gateCounts, isFailing, rowFindingText, theoremFindingText } from "./gateText.js";
import { plainMarkdown } from "./plainMarkdown.js";

/** Lines of a list, and characters of a line, at most: GitHub refuses a summary of over a mebibyte. */
const LINES = 100;
const LENGTH = 600;

/**
 * What a gate found as Markdown: the verdict, what fails it, what passes with a word, and counts.
 *
 * @param record the gate's record
 * @returns Markdown of less than a mebibyte; `GATE.md`, and the summary of a CI job
 */
export function gateMarkdown(record: GateRecord): string {
  const { verdict, failures, theorems, rows, notes } = record;
  const texts = (wanted: (finding: TheoremFinding | RowFinding) => boolean): string[] => [
    ...theorems.filter(wanted).map(theoremFindingText),
    ...rows.filter(wanted).map(rowFindingText),
  ];
  const passing = (finding: TheoremFinding | RowFinding): boolean => !isFailing(finding) && finding.verdict !== "identical";
  return [
    `### ${verdict === "pass" ? "✅" : "❌"} simverdict gate: ${verdict}`,
    "",
    ...list("Failed", [...failures.map(({ file, message }) => `${file}: ${message}`), ...texts(isFailing)]),
    ...list("Passed, with a word", [...texts(passing), ...notes]),
    ...gateCounts(record).map((line) => `${plainMarkdown(line)}.  `),
    "",
  ].join("\n");
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LINES).map((line) => `- ${plainMarkdown(line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line).toWellFormed()}`);
  return [`${title}:`, "", ...shown, ...(lines.length > LINES ? [`- and ${lines.length - LINES} more, in gate.json`] : []), ""];
}
