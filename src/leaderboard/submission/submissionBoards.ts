import { confidenceInterval } from "../../statistics/confidenceInterval.js";
import { type CaseScores, caseScores } from "../caseScores.js";
import type { Metric } from "../metric.js";
import { pairedDifference } from "../pairedDifference.js";
import type { Predictions } from "../predictions.js";
import type { Case } from "../task.js";
import type { Comparison, SubmissionBoard, SubmissionScore } from "./record.js";

/** Levels, as those of a board: of each score's interval, and of all comparisons under one metric together. */
export const SUBMISSION_ALPHA = { score: 0.01, ranks: 0.05 } as const;

/** Predictions of a submission or of an entry of the board. */
export interface Answered<Prediction> {
  readonly model: string;
  readonly predictions: readonly Prediction[];
}

/** Cases with the submission's predictions. */
export interface AnsweredCases<X, Truth, Prediction> {
  readonly cases: readonly Case<X, Truth>[];
  readonly predictions: Predictions<Prediction>;
}

/**
 * A submission under every metric: its scores on the public and the fresh cases, and its place among the board's entries.
 *
 * Each comparison is the confidence interval of the mean paired difference on the public cases, at level .05 divided by
 * the number of entries (Bonferroni); rank = [1 + entries decided to be better, 1 + entries not decided to be worse].
 *
 * @param metrics the metrics
 * @param answers the submission's predictions of the public cases
 * @param fresh those of the fresh cases, if it could be asked
 * @param entries the board's entries with their predictions of the public cases
 * @returns one board for every metric
 * @source Waudby-Smith & Ramdas 2024, section 4 (intervals); Bonferroni's inequality
 */
export function submissionBoards<X, Truth, Prediction>(
  metrics: readonly Metric<Prediction, Truth>[],
  answers: AnsweredCases<X, Truth, Prediction>,
  fresh: AnsweredCases<X, Truth, Prediction> | null,
  entries: readonly Answered<Prediction>[],
): SubmissionBoard[] {
  return metrics.map((metric) => {
    const { id, title, direction, range } = metric;
    const own = caseScores(metric, answers.cases, answers.predictions);
    const others = entries
      .map(({ model, predictions }) => ({ model, ...caseScores(metric, answers.cases, predictions) }))
      .filter(({ problem }) => own.problem === null && problem === null);
    const compared = others.map(({ model, scores }): Comparison => {
      const found = pairedDifference(own.scores, scores, range, SUBMISSION_ALPHA.ranks / others.length);
      const [lower, higher] = [found.upper < 0, found.lower > 0];
      const [better, worse] = direction === "lower" ? [lower, higher] : [higher, lower];
      return { model, score: mean(scores), ...found, verdict: better ? "better" : worse ? "worse" : "undecided" };
    });
    compared.sort((a, b) => (direction === "lower" ? 1 : -1) * (a.score - b.score));
    const count = (verdict: Comparison["verdict"]): number => compared.filter((one) => one.verdict === verdict).length;
    return {
      metric: { id, title, direction, range: [...range] },
      public: scoreOf(own, range),
      fresh: fresh && scoreOf(caseScores(metric, fresh.cases, fresh.predictions), range),
      rank: own.problem === null ? [1 + count("worse"), 1 + compared.length - count("better")] : null,
      compared,
    };
  });
}

function scoreOf({ scores, problem }: CaseScores, [low, high]: readonly [number, number]): SubmissionScore {
  const n = scores.length;
  if (problem !== null) return { n, score: null, lower: null, upper: null, problem };
  const { lower, upper } = confidenceInterval(scores.map((s) => (s - low) / (high - low)), SUBMISSION_ALPHA.score);
  return { n, score: mean(scores), lower: low + lower * (high - low), upper: low + upper * (high - low), problem };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
