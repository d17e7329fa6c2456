import { formatNumber } from "../harness/explain.js";
import type { SubmissionBoard, SubmissionRecord, SubmissionScore } from "../leaderboard/submission/record.js";

/** An entry of the board that was not compared, with what its record says. */
export interface NotCompared {
  readonly board: string;
  readonly model: string;
  readonly score: number;
}

/**
 * A scored submission for a terminal: under every metric its two scores, its place, and its difference to each entry.
 *
 * @param record the submission
 * @param notCompared entries of the board that were left out, with their recorded scores
 * @returns the lines
 */
export function submissionLines(record: SubmissionRecord, notCompared: readonly NotCompared[] = []): string[] {
  const { model, version, task, run } = record;
  return [
    `${model} ${version} on ${task.id}@${task.version}, tier ${run.tier}`,
    ...record.boards.flatMap((board) => ["", ...boardLines(record, board, notCompared)]),
  ];
}

function boardLines({ task, run }: SubmissionRecord, board: SubmissionBoard, notCompared: readonly NotCompared[]): string[] {
  const { metric, fresh, rank, compared } = board;
  const id = `${task.id}/${metric.id}`;
  const left = notCompared.filter((one) => one.board === id);
  const width = Math.max(0, ...[...compared, ...left].map(({ model }) => model.length));
  const place = rank === null ? [] : [`  place   ${rank[0] === rank[1] ? rank[0] : `${rank[0]}–${rank[1]}`} of ${compared.length + 1} compared`];
  return [
    `${id}  (${metric.title}; ${metric.direction} is better)`,
    `  public  ${scoreText(board.public)}`,
    `  fresh   ${fresh === null ? "none: a file of predictions answers the public cases only" : `${scoreText(fresh)}, release ${run.release}`}`,
    ...place,
    ...compared.map(
      ({ model, score, difference, lower, upper, verdict }) =>
        `  against ${model.padEnd(width)}  ${formatNumber(score)}  difference ${signed(difference)} [${signed(lower)}, ${signed(upper)}]: ${verdict}`,
    ),
    ...left.map(({ model, score }) => `  beside  ${model.padEnd(width)}  ${formatNumber(score)}  not compared (--patience, --against)`),
  ];
}

const scoreText = ({ problem, score, lower, upper, n }: SubmissionScore): string =>
  problem ?? `${formatNumber(score)} [${formatNumber(lower)}, ${formatNumber(upper)}], ${n} cases`;

const signed = (value: number): string => `${value > 0 ? "+" : ""}${formatNumber(value)}`;
