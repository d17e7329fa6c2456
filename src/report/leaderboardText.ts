import { formatNumber } from "../harness/explain.js";
import type { BoardRecord } from "../leaderboard/record.js";

/**
 * One board for a terminal: a line for every row, best first.
 *
 * @param board the board
 * @returns the lines
 */
export function boardLines(board: BoardRecord): string[] {
  const width = Math.max(...board.rows.map(({ model }) => model.length));
  return [
    `${board.id}  (${board.metric.title}; ${board.metric.direction} is better)`,
    ...board.rows.map((row) => {
      const rank = row.rank === null ? "–" : row.rank[0] === row.rank[1] ? String(row.rank[0]) : `${row.rank[0]}–${row.rank[1]}`;
      const fresh = row.fresh === undefined ? "" : `  fresh ${formatNumber(row.fresh.score)} [${formatNumber(row.fresh.lower)}, ${formatNumber(row.fresh.upper)}]`;
      const score = row.problem ?? `${formatNumber(row.score)} [${formatNumber(row.lower)}, ${formatNumber(row.upper)}]${fresh}`;
      return `  ${rank.padStart(5)}  ${row.model.padEnd(width)}  ${score}`;
    }),
  ];
}
