import { BadBase } from "./badBase.js";
import type { Draw, RowFinding } from "./gateRecord.js";
import { gateRow, stageAlpha } from "./gateRow.js";
import { type NonInferiorityOptions, type PairedScores, worsening } from "./inferiority.js";
import type { Margins } from "./margins.js";
import { unpackedScores } from "./packedScores.js";
import type { ScoredBoard, ScoredRow, ScoredTask, ScoresRecord } from "./scoresRecord.js";

/** A task measured on both sides. */
export interface TaskPair {
  readonly base: ScoredTask;
  readonly current: ScoredTask;
}

/** How two runs of boards are compared. */
export interface ComparisonOptions {
  readonly margins: Margins;
  /** Probability allowed to a false alarm on one row, in (0, 1/4). */
  readonly alpha: number;
  /** What confirms a suspicion: these entries on the reserved cases, or both sides trained anew. */
  readonly secondDraw: (pair: TaskPair) => TaskPair | Promise<TaskPair>;
}

/**
 * Compare the scores of two runs, row by row, each by the rule of `gateRow`.
 *
 * @param base the scores of the base
 * @param current those of now, at the same tier and seed and on equally many cases
 * @param options margins, α and where a second draw comes from
 * @returns a finding for every row that had a score in the base, then the new ones
 * @throws BadBase if a task, by its version or (integrity) by its content hash, or a metric is another one in the base, or
 *   packed scores are damaged
 */
export async function compareScores(base: ScoresRecord, current: ScoresRecord, options: ComparisonOptions): Promise<RowFinding[]> {
  const findings: RowFinding[] = [];
  for (const old of base.tasks) {
    const now = current.tasks.find(({ task }) => task.id === old.task.id);
    if (now !== undefined) checkSameTask(old, now);
    for (const board of old.boards) {
      const margin = options.margins(board.metric);
      const other = now?.boards.find(({ metric }) => metric.id === board.metric.id);
      for (const row of board.rows.filter(({ problem }) => problem === null)) {
        const finding = { task: old.task.id, metric: board.metric, model: row.model, margin, public: null, confirmation: null, problem: null };
        const found = rowOf(other, row.model);
        if (now === undefined || found === undefined) findings.push({ ...finding, verdict: "removed" });
        else if (found.problem !== null) findings.push({ ...finding, verdict: "broken", problem: found.problem });
        else findings.push({ ...finding, ...(await judge({ base: old, current: now }, board, row, margin, options)) });
      }
    }
  }
  for (const { task, boards } of current.tasks) {
    const old = base.tasks.find((one) => one.task.id === task.id);
    for (const { metric, rows } of boards) {
      const known = old?.boards.find((board) => board.metric.id === metric.id);
      const scored = rows.filter(({ model, problem }) => problem === null && rowOf(known, model)?.problem !== null);
      for (const { model } of scored) {
        findings.push({ task: task.id, metric, model, margin: options.margins(metric), verdict: "new", public: null, confirmation: null, problem: null });
      }
    }
  }
  return findings;
}

const rowOf = (board: ScoredBoard | undefined, model: string): ScoredRow | undefined => board?.rows.find((row) => row.model === model);

function checkSameTask({ task: old, boards }: ScoredTask, { task: now, boards: others }: ScoredTask): void {
  if (old.version !== now.version) throw new BadBase(`${old.id} is version ${now.version} now and ${old.version} in the base: update the base with a reason`);
  if (old.hash !== now.hash) throw new BadBase(`${old.id}@${old.version} has other content than in the base: a changed task needs a new version`, true);
  for (const { metric } of boards) {
    const other = others.find((board) => board.metric.id === metric.id);
    const sameScale = other === undefined || (other.metric.direction === metric.direction && other.metric.range.every((end, i) => end === metric.range[i]));
    if (!sameScale) throw new BadBase(`the metric ${metric.id} of ${old.id} has another direction or range than in the base: update the base with a reason`);
  }
}

/** The scores of a row on one block of cases; a text where the current side has none. */
function pairOf({ base, current }: TaskPair, metricId: string, { model, cases }: ScoredRow, block: "public" | "reserved"): PairedScores | string {
  const side = ({ boards }: ScoredTask): Float64Array | string => {
    const board = boards.find(({ metric }) => metric.id === metricId);
    const row = rowOf(board, model);
    const text = row?.[block] ?? null;
    if (row !== undefined && row.cases !== cases) throw new BadBase(`${model} was asked ${cases} cases of ${base.task.id} in the base and ${row.cases} now: update the base with a reason`);
    return board === undefined || text === null ? (row?.problem ?? "it is not there any more") : unpackedScores(text, cases, board.metric.range);
  };
  const [old, now] = [side(base), side(current)];
  if (typeof old === "string") throw new BadBase(`the base has no scores of ${model} on ${base.task.id} to compare with: ${old}`);
  return typeof now === "string" ? now : { base: old, current: now };
}

/** Says that a row has no second score, from within the second draw. */
class NoScore extends Error {}

async function judge(
  pair: TaskPair,
  { metric }: ScoredBoard,
  row: ScoredRow,
  margin: number,
  { alpha, secondDraw }: ComparisonOptions,
): Promise<Pick<RowFinding, "verdict" | "public" | "confirmation" | "problem">> {
  const scores = (from: TaskPair, block: "public" | "reserved"): PairedScores => {
    const found = pairOf(from, metric.id, row, block);
    if (typeof found === "string") throw new NoScore(found);
    return found;
  };
  const options = { direction: metric.direction, range: metric.range, margin, alpha };
  const stage = { ...options, alpha: stageAlpha(alpha) };
  try {
    const first = scores(pair, "public");
    if (Array.from(first.base).every((score, i) => score === first.current[i])) return { verdict: "identical", public: null, confirmation: null, problem: null };
    let second: PairedScores | undefined;
    const { verdict } = await gateRow(first, async () => (second = scores(await secondDraw(pair), "reserved")), options);
    return { verdict, public: drawOf(first, stage), confirmation: second === undefined ? null : drawOf(second, stage), problem: null };
  } catch (error) {
    if (error instanceof NoScore) return { verdict: "broken", public: null, confirmation: null, problem: error.message };
    throw error;
  }
}

function drawOf(scores: PairedScores, options: NonInferiorityOptions): Draw {
  const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const { mean: worse, lower, upper } = worsening(scores, options);
  return { cases: scores.base.length, base: mean(scores.base), current: mean(scores.current), worsening: worse, lower, upper };
}
