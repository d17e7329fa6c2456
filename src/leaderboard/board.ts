import { confidenceInterval } from "../statistics/confidenceInterval.js";
import { type CaseScores, caseScores } from "./caseScores.js";
import type { Metric } from "./metric.js";
import { pairedDifference } from "./pairedDifference.js";
import { type Better, rankIntervals } from "./rankIntervals.js";
import type { BoardRecord, PairedRecord, RowRecord } from "./record.js";
import type { Answers } from "./scoreEntry.js";
import { type Case, type Task, taskHash } from "./task.js";

/** Level of each score's confidence interval. */
const SCORE_ALPHA = 0.01;
/** Probability that any decided comparison of a board is wrong, so that all rank intervals hold together. */
const RANKS_ALPHA = 0.05;

/** An entry with its answers. */
export interface Answered<Prediction> {
  readonly model: string;
  readonly source: string;
  readonly answers: Answers<Prediction>;
  /** Its predictions on the fresh draw, where there is one. */
  readonly fresh?: readonly Prediction[];
}

/** Cases that did not exist when the entries were made: a score tuned on the public ones does not carry over. */
export interface FreshDraw<X, Truth> {
  readonly release: string;
  readonly cases: readonly Case<X, Truth>[];
}

/** An entry with the score of every case. */
interface Scored<Prediction> extends CaseScores {
  readonly entry: Answered<Prediction>;
  readonly fresh?: Float64Array;
}

/**
 * The board of a task under a metric: scores, all paired differences, rank intervals.
 *
 * Each comparison is a confidence interval of the mean paired difference at level .05 divided by the number of pairs
 * (Bonferroni), so with probability ≥ .95 every rank interval of the board holds. A row without a score (the metric does
 * not apply, or the entry failed) is listed last and not ranked.
 *
 * @param task the task
 * @param metric the metric
 * @param cases the test cases
 * @param entries every entry with its answers
 * @param draw the fresh draw that entries answered too; it makes a second score, ranks go by the public cases
 * @returns the board, ranked rows first, best score first
 * @source Waudby-Smith & Ramdas 2024, section 4 (intervals); Bonferroni's inequality
 */
export function board<Theta, X, Truth, Prediction>(
  task: Task<Theta, X, Truth, Prediction>,
  metric: Metric<Prediction, Truth>,
  cases: readonly Case<X, Truth>[],
  entries: readonly Answered<Prediction>[],
  draw?: FreshDraw<X, Truth>,
): Omit<BoardRecord, "backend"> {
  const { id, title, direction, range } = metric;
  const scored = entries.map((entry): Scored<Prediction> => {
    const { predictions, problem } = entry.answers;
    if (problem !== null) return { entry, scores: new Float64Array(), problem };
    const open = caseScores(metric, cases, predictions);
    if (draw === undefined || open.problem !== null) return { entry, ...open };
    const again = caseScores(metric, draw.cases, entry.fresh ?? []);
    return { entry, scores: open.scores, fresh: again.scores, problem: again.problem === null ? null : `fresh draw, ${again.problem}` };
  });
  const ranked = scored.filter(({ problem }) => problem === null).sort((a, b) => sign(metric) * (mean(a.scores) - mean(b.scores)));
  const pairs = (ranked.length * (ranked.length - 1)) / 2;
  const paired: PairedRecord[] = [];
  const decided: Better[] = [];
  ranked.forEach((a, i) =>
    ranked.slice(i + 1).forEach((b, offset) => {
      const found = pairedDifference(a.scores, b.scores, range, RANKS_ALPHA / pairs);
      const [aLower, bLower] = [found.upper < 0, found.lower > 0];
      const aBetter = direction === "lower" ? aLower : bLower;
      const bBetter = direction === "lower" ? bLower : aLower;
      const j = i + 1 + offset;
      if (aBetter) decided.push([i, j]);
      if (bBetter) decided.push([j, i]);
      const verdict = aBetter ? "a better" : bBetter ? "b better" : "undecided";
      paired.push({ a: a.entry.model, b: b.entry.model, ...found, verdict });
    }),
  );
  const ranks = rankIntervals(ranked.length, decided);
  const rows = [
    ...ranked.map(({ entry, scores, fresh }, i) => ({
      ...rowOf(entry, scores, range),
      ...(fresh && { fresh: meanScore(fresh, range) }),
      rank: ranks[i],
    })),
    ...scored
      .filter(({ problem }) => problem !== null)
      .map(({ entry, problem }): RowRecord => ({ ...rowOf(entry, new Float64Array(), range), rank: null, problem })),
  ];
  return {
    id: `${task.id}/${id}`,
    title: task.title,
    task: { id: task.id, version: task.version, hash: taskHash(task) },
    metric: { id, title, direction, range: [...range] },
    alpha: { score: SCORE_ALPHA, ranks: RANKS_ALPHA },
    ...(draw && { release: draw.release }),
    rows,
    paired,
  };
}

function rowOf<P>({ model, source, answers }: Answered<P>, scores: Float64Array, range: readonly [number, number]): RowRecord {
  const { parameters, trainSeconds, note } = answers;
  const found = scores.length > 0 ? meanScore(scores, range) : { score: null, lower: null, upper: null, n: 0 };
  return { model, source, ...found, rank: null, trainSeconds, parameters, ...(note !== undefined && { note }), problem: null };
}

/** The mean of scores in a range, with its interval. */
function meanScore(scores: Float64Array, [low, high]: readonly [number, number]): { score: number; lower: number; upper: number; n: number } {
  const { lower, upper } = confidenceInterval(scores.map((s) => (s - low) / (high - low)), SCORE_ALPHA);
  return { score: mean(scores), lower: low + lower * (high - low), upper: low + upper * (high - low), n: scores.length };
}

const sign = ({ direction }: { direction: "lower" | "higher" }): number => (direction === "lower" ? 1 : -1);

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
