import { formatNumber } from "../harness/explain.js";
import type { VerdictsRecord } from "../harness/record.js";
import type { BoardRecord, LeaderboardRecord } from "../leaderboard/record.js";
import { markdownTable } from "./markdownTable.js";
import { summaryLines, theoremLines } from "./verdictText.js";

/**
 * An excerpt of what a run printed: the lines of one theorem, and the run's summary.
 *
 * @param record the reference run
 * @param id the theorem's id
 * @returns Markdown, a fence of plain text
 * @throws RangeError if the record has no such theorem
 */
export function excerptBlock(record: VerdictsRecord, id: string): string {
  const theorem = record.theorems.find((candidate) => candidate.id === id);
  if (theorem === undefined) throw new RangeError(`no theorem ${id} in the record`);
  return ["```text", ...theoremLines(theorem, (_, text) => text), "", ...summaryLines(record), "```"].join("\n");
}

/**
 * The verdict table of README: a row for every theorem, and the run's summary.
 *
 * @param record the reference run
 * @returns Markdown
 */
export function verdictBlock(record: VerdictsRecord): string {
  const { run, theorems } = record;
  const minutes = Math.ceil(run.durationMs / 60_000);
  const upheld = (parts: readonly { readonly verdict: string }[]): string =>
    `${parts.filter(({ verdict }) => verdict === "upheld").length} of ${parts.length}`;
  return [
    ...markdownTable(
      ["theorem", "verdict", "claims upheld", "falsifiers refuted", "says"],
      theorems.map(({ id, verdict, claims, falsifiers, title }) => [
        `\`${id}\``,
        verdict,
        upheld(claims),
        `${falsifiers.filter(({ killed }) => killed).length} of ${falsifiers.length}`,
        title,
      ]),
    ),
    "",
    `Tier ${run.tier}, seed ${run.seed}, α = ${run.alpha}, simverdict ${run.version}, backend ${run.backend ?? "none"}, Node ${run.node}. ${summaryLines(record).join(". ")}. It took ${minutes} minute${minutes === 1 ? "" : "s"}.`,
  ].join("\n");
}

/**
 * Boards of one metric side by side: a row for every model, a column for every task.
 *
 * @param record the reference run
 * @param metric the metric's id
 * @param family what the task ids begin with; the rest of an id names its column
 * @returns Markdown; the models in the order of the first board
 * @throws RangeError if there is no such board
 */
export function boardsBlock(record: LeaderboardRecord, metric: string, family: string): string {
  const boards = record.boards.filter((board) => board.metric.id === metric && board.task.id.startsWith(family));
  const [first] = boards;
  if (first === undefined) throw new RangeError(`no board of ${metric} on ${family}`);
  const cell = (board: BoardRecord, model: string): string => {
    const row = board.rows.find((candidate) => candidate.model === model);
    if (row === undefined) return "–";
    return row.rank === null ? (row.problem ?? "–") : `${formatNumber(row.score)} (${rank(row.rank)})`;
  };
  const { tier, seed, version, backend } = record.run;
  return [
    ...markdownTable(
      ["model", ...boards.map((board) => board.task.id.slice(family.length).replace(/^\//, ""))],
      first.rows.map(({ model }) => [model, ...boards.map((board) => cell(board, model))]),
    ),
    "",
    `${capitalised(first.metric.title)} (rank interval), ${first.rows[0].n} cases each. Tier ${tier}, seed ${seed}, simverdict ${version}, backend ${backend ?? "none"}.`,
  ].join("\n");
}

const rank = ([best, worst]: readonly [number, number]): string => (best === worst ? String(best) : `${best}–${worst}`);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
