import { formatNumber } from "../harness/explain.js";
import type { LeaderboardRecord } from "../leaderboard/record.js";
import { markdownTable } from "./markdownTable.js";
import { plainMarkdown } from "./plainMarkdown.js";

/**
 * Two models of a task against each other on all of its boards.
 *
 * @param record boards
 * @param of `<task>; <model> against <model>`
 * @returns a table: metric, both scores, their difference on the same cases with the interval that the board's ranks go by,
 *   and the better one, and how many cases there were; or that these are not in the record
 * @throws RangeError if the text has another form
 */
export function duelBlock({ boards }: LeaderboardRecord, of: string): string {
  const [, task, first, second] = /^(.+); (.+) against (.+)$/.exec(of) ?? [];
  if (task === undefined) throw new RangeError(`a duel must be "<task>; <model> against <model>", got "${of}"`);
  const own = boards.filter((board) => board.task.id === task);
  const rows = own.flatMap(({ metric, rows, paired }) => {
      const score = (model: string): number | null | undefined => rows.find((row) => row.model === model)?.score;
      const [one, other] = [score(first), score(second)];
      const pair = paired.find(({ a, b }) => (a === first && b === second) || (a === second && b === first));
      if (typeof one !== "number" || typeof other !== "number" || pair === undefined) return [];
      const { difference, lower, upper } = pair.a === first ? pair : { difference: -pair.difference, lower: -pair.upper, upper: -pair.lower };
      const better = pair.verdict === "undecided" ? "undecided" : plainMarkdown(pair.verdict === "a better" ? pair.a : pair.b);
      const name = `${metric.id} (${metric.direction} is better)`;
      return [[plainMarkdown(name), formatNumber(one), formatNumber(other), `${formatNumber(difference)} [${formatNumber(lower)}, ${formatNumber(upper)}]`, better]];
    });
  if (rows.length === 0) return `${plainMarkdown(first)} and ${plainMarkdown(second)} on \`${task}\`: not in the reference records.`;
  const cases = Math.max(...own.flatMap((board) => board.rows.map(({ n }) => n)));
  const table = markdownTable(["metric", plainMarkdown(first), plainMarkdown(second), "difference", "better"], rows);
  return [...table, "", `${cases} cases; on each board all pairs of its ${Math.max(...own.map((board) => board.rows.length))} models share an error rate of ${own[0].alpha.ranks}.`].join("\n");
}
