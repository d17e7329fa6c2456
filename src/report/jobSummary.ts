import { explainClaim, explainSurvivor, formatMargin } from "../harness/explain.js";
import type { TheoremRecord, VerdictsRecord } from "../harness/record.js";
import { markdownTable } from "./markdownTable.js";
import { plainMarkdown } from "./plainMarkdown.js";
import { summaryLines } from "./verdictText.js";

/** What a summary holds at most, since GitHub refuses one of over a mebibyte: rows, and characters of a cell. */
const ROWS = 100;
const CELL = 400;

/**
 * A run of theorems as the summary of a CI job: counts, the probability of any wrong verdict, every claim and falsifier
 * to blame with its numbers, and the commands that replay them.
 *
 * @param record the run
 * @returns Markdown, of less than 200 kB
 */
export function jobSummary(record: VerdictsRecord): string {
  const { run, theorems, failures } = record;
  const blamed = theorems.filter(({ verdict }) => verdict !== "upheld");
  const rows = [...failures.map(({ file, message }) => [file, "", "", "failed", message]), ...blamed.flatMap(rowsOf)].map((row) => row.map(plain));
  const passed = blamed.length === 0 && failures.length === 0;
  const count = run.mode === "falsify" ? "falsifiers only" : `tier ${run.tier}`;
  return [
    `### ${passed ? "✅" : "❌"} simverdict ${run.mode} (${count}, seed ${run.seed})`,
    "",
    ...summaryLines({ ...record, failures: [] }).map((line) => `${line}.  `),
    "",
    ...(rows.length === 0 ? [] : [...markdownTable(["theorem", "claim or falsifier", "margin", "verdict", "evidence"], rows.slice(0, ROWS)), ""]),
    ...(rows.length > ROWS ? [`And ${rows.length - ROWS} more: the report that the run wrote has all of them.`, ""] : []),
    ...(blamed.length === 0 ? [] : ["Replay:", "", "```sh", ...blamed.slice(0, ROWS).map(({ replay }) => replay.slice(0, CELL)), "```", ""]),
    `α = ${run.alpha} per verdict, simverdict ${run.version}, backend ${run.backend ?? "none needed"}, ${(run.durationMs / 1000).toFixed(1)} s.`,
    "",
  ].join("\n");
}

function rowsOf({ id, claims, falsifiers }: TheoremRecord): string[][] {
  return [
    ...claims
      .filter(({ verdict }) => verdict !== "upheld")
      .map((claim) => [id, claim.id, formatMargin(claim), claim.verdict, explainClaim(claim)]),
    ...falsifiers.filter(({ killed }) => !killed).map((falsifier) => [id, falsifier.id, "", "falsifier not refuted", explainSurvivor(falsifier)]),
  ];
}

/** Text as it is, where Markdown or HTML would make something of it, and not too long. */
function plain(text: string): string {
  const short = text.length > CELL ? `${text.slice(0, CELL)}…` : text;
  return plainMarkdown(short.toWellFormed());
}
