import type { BoardRecord, LeaderboardRecord, RowRecord } from "../leaderboard/record.js";
import { type Bounds, ratioInterval } from "./ratioInterval.js";

/** A net's share of errors against a rival's, on one task. */
export interface ErrorRatio {
  /** The task's id without its family. */
  readonly task: string;
  readonly rival: string;
  readonly error: number;
  readonly rivalError: number;
  /** error / rivalError, with its interval and the probability that the interval holds, at least. */
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  /** The least possible ratio, that of the Bayes rule; null where the board has none. */
  readonly bayes: number | null;
  /** Test cases. */
  readonly n: number;
}

const NET = "SGNN";
const BAYES = /\bBayes\b/;
/** AIC in its variants, and the strongest of likelihood methods; AICc and BIC are on the boards. */
const RIVAL = /^AIC\b|^likelihood ratio, calibrated\b/;

/**
 * The errors of nets trained on simulations, as shares of those of AIC and of the calibrated likelihood-ratio test.
 *
 * The interval follows from those of both errors and of their paired difference, which hold together with probability
 * ≥ 1 − 2 α − β/m: α the level of a score's interval, β that of all m comparisons of the board.
 *
 * @param record a run of boards
 * @param family what the ids of the tasks begin with, up to a slash
 * @returns a ratio for every board of `error` and every rival on it, in the order of the record, AIC first
 * @source Project definition of the mechanism-selection tasks; Bonferroni's inequality
 */
export function errorRatios({ boards }: LeaderboardRecord, family: string): ErrorRatio[] {
  return boards
    .filter(({ metric, task }) => metric.id === "error" && task.id.startsWith(`${family}/`))
    .flatMap((board) => ratiosOf(board, board.task.id.slice(family.length + 1)));
}

function ratiosOf({ rows, paired, alpha }: BoardRecord, task: string): ErrorRatio[] {
  const scored = rows.filter(isScored);
  const net = scored.find(({ model }) => model === NET);
  if (net === undefined) return [];
  const least = scored.find(({ model }) => BAYES.test(model));
  const rivals = scored.filter(({ model, score }) => RIVAL.test(model) && score > 0).sort((a, b) => (a.model < b.model ? -1 : 1));
  return rivals.map((rival) => {
    const [lower, upper] = ratioInterval(boundsOf(net), boundsOf(rival), differenceOf(paired, rival.model));
    return {
      task,
      rival: rival.model,
      error: net.score,
      rivalError: rival.score,
      ratio: net.score / rival.score,
      lower,
      upper,
      confidence: 1 - 2 * alpha.score - alpha.ranks / paired.length,
      bayes: least === undefined ? null : least.score / rival.score,
      n: net.n,
    };
  });
}

type Scored = RowRecord & { readonly score: number; readonly lower: number; readonly upper: number };

const isScored = (row: RowRecord): row is Scored => row.score !== null && row.lower !== null && row.upper !== null;

const boundsOf = ({ lower, upper }: Scored): Bounds => [lower, upper];

/** The interval of the net's error minus the rival's. */
function differenceOf(paired: BoardRecord["paired"], rival: string): Bounds {
  const own = paired.find(({ a, b }) => a === NET && b === rival);
  if (own !== undefined) return [own.lower, own.upper];
  const other = paired.find(({ a, b }) => a === rival && b === NET);
  return other === undefined ? [-1, 1] : [-other.upper, -other.lower];
}
