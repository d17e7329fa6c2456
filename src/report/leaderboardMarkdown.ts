import { formatNumber } from "../harness/explain.js";
import type { BoardRecord, LeaderboardRecord, RowRecord } from "../leaderboard/record.js";
import { boardNotes } from "./boardNotes.js";
import { markdownTable } from "./markdownTable.js";
import { plainMarkdown } from "./plainMarkdown.js";

/**
 * One board as a Markdown table: ranks, scores with their intervals, and what could not be ranked.
 *
 * @param board the board
 * @returns the lines of the table
 */
export function boardTable(board: BoardRecord): string[] {
  const percent = 100 * (1 - board.alpha.score);
  const { release } = board;
  return markdownTable(
    ["rank", "model", board.metric.id, `${formatNumber(percent)} % interval`, ...(release === undefined ? [] : [`fresh draw ${plainMarkdown(release)}`]), "fitted numbers", "train s"],
    board.rows.map((row) => [
      rankText(row),
      plainMarkdown(row.model),
      scoreText(row),
      intervalText(row),
      ...(release === undefined ? [] : [row.fresh === undefined ? "–" : `${formatNumber(row.fresh.score)} ${intervalText(row.fresh)}`]),
      countText(row.parameters),
      secondsText(row),
    ]),
  );
}

/**
 * All boards of a run as a Markdown document.
 *
 * @param record the run
 * @returns the document
 */
export function leaderboardMarkdown({ run, boards, failures }: LeaderboardRecord): string {
  const notes = boardNotes(boards);
  return [
    "# Leaderboards",
    "",
    `Tier ${run.tier}, seed ${run.seed}, simverdict ${run.version}, commit ${run.commit ?? "unknown"}, backend ${run.backend ?? "none"}.`,
    "",
    ...failures.flatMap(({ file, message }) => [`Failed: ${plainMarkdown(file)}: ${plainMarkdown(message)}`, ""]),
    ...contents(boards),
    ...boards.flatMap(boardSection),
    ...(notes.length === 0 ? [] : ["## Notes of the entries", "", ...notes]),
    "",
  ].join("\n");
}

/** Links to the boards, where there is more than one. */
function contents(boards: readonly BoardRecord[]): string[] {
  if (boards.length < 2) return [];
  return [...boards.map(({ id, title }) => `- [${plainMarkdown(id)}](#${id.toLowerCase().replaceAll(/[^\w-]/g, "")}): ${plainMarkdown(title)}`), ""];
}

function boardSection(board: BoardRecord): string[] {
  const { task, metric, alpha, paired } = board;
  const decided = paired.filter(({ verdict }) => verdict !== "undecided");
  const n = Math.max(0, ...board.rows.map((row) => row.n));
  return [
    `## ${board.id}`,
    "",
    `${plainMarkdown(board.title)}. ${plainMarkdown(metric.title)}, ${metric.direction} is better, on ${n} cases of ${task.id}@${task.version} (${task.hash.slice(0, 12)}).`,
    `All rank intervals hold together with probability ≥ ${formatNumber(1 - alpha.ranks)}; models whose difference is undecided share ranks.`,
    "",
    ...boardTable(board),
    "",
    ...(decided.length === 0
      ? []
      : [
          "<details><summary>Decided differences</summary>",
          "",
          ...markdownTable(
            ["better", "than", "difference", "interval"],
            decided.map(({ a, b, difference, lower, upper, verdict }) => [
              plainMarkdown(verdict === "a better" ? a : b),
              plainMarkdown(verdict === "a better" ? b : a),
              formatNumber(difference),
              `[${formatNumber(lower)}, ${formatNumber(upper)}]`,
            ]),
          ),
          "",
          "</details>",
          "",
        ]),
  ];
}

/** The rank interval, `–` for a row that is not ranked. */
function rankText({ rank }: RowRecord): string {
  if (rank === null) return "–";
  return rank[0] === rank[1] ? String(rank[0]) : `${rank[0]}–${rank[1]}`;
}

const scoreText = ({ problem, score }: RowRecord): string => (problem === null ? formatNumber(score) : plainMarkdown(problem));

const intervalText = ({ lower, upper }: Pick<RowRecord, "lower" | "upper">): string =>
  lower === null ? "–" : `[${formatNumber(lower)}, ${formatNumber(upper)}]`;

const countText = (n: number | null): string => (n === null ? "–" : String(n));

const secondsText = ({ trainSeconds }: RowRecord): string => (trainSeconds === null ? "–" : trainSeconds.toFixed(1));
