import { formatNumber } from "../harness/explain.js";
import type { Draw, GateRecord, RowFinding, TheoremFinding } from "../leaderboard/gate/gateRecord.js";

const FAILING: ReadonlySet<string> = new Set(["lost", "removed", "changed", "fail", "broken"]);
/** Why what was lost passes. */
const PASSES: Readonly<Record<string, string>> = { unconfirmed: "not so under a fresh seed, passes", together: "passes" };
const MARK = { fail: "✗", warn: "!", note: "·" } as const;

/**
 * Whether a finding fails the gate.
 *
 * @param finding what was found about a part of a theorem or a row of a board
 * @returns true for `lost`, `removed`, `changed`, `fail` and `broken`
 */
export function isFailing({ verdict }: Pick<TheoremFinding | RowFinding, "verdict">): boolean {
  return FAILING.has(verdict);
}

/**
 * What became of a part of a theorem, in one sentence.
 *
 * @param finding the finding
 * @returns for example `sgnn/x claim excess: ≤ 0.01 upheld, … → ≤ 0.01 refuted, …: lost`
 */
export function theoremFindingText({ theorem, part, verdict, before, after }: TheoremFinding): string {
  const name = part === "theorem" ? theorem : `${theorem} ${part}`;
  if (verdict === "new") return `${name}: new, ${after}`;
  return `${name}: ${before} → ${after ?? "gone"}: ${PASSES[verdict] ?? verdict}`;
}

/**
 * What became of a row of a board, in one sentence.
 *
 * @param finding the finding
 * @returns for example `SGNN on epidemic/tight: error 0.112 → 0.131, difference +0.019 [0.011, 0.027], worse than the margin 0.005: fail`
 */
export function rowFindingText({ model, task, metric, margin, verdict, public: first, confirmation, problem }: RowFinding): string {
  const name = `${model} on ${task}`;
  if (verdict === "broken") return `${name}: ${metric.id} ${problem}: fail`;
  if (verdict === "removed") return `${name}: ${metric.id} is gone: fail`;
  if (verdict === "new") return `${name}: ${metric.id} is new`;
  if (first === null) return `${name}: ${metric.id}: no score of any case differs`;
  const changed = `${name}: ${metric.id} ${drawText(first, metric.direction)}`;
  const limit = `the margin ${formatNumber(margin)}`;
  if (verdict === "pass") return `${changed}, not worse than ${limit}: pass`;
  if (verdict === "undecided") return `${changed}, undecided against ${limit}: passes`;
  const again = confirmation === null ? "" : `; on a second draw ${drawText(confirmation, metric.direction)}`;
  return `${changed}, worse than ${limit}${again}: ${verdict === "fail" ? "fail" : "not confirmed, passes"}`;
}

/**
 * What a gate found, for a terminal: failures first, then what passes with a word, then counts.
 *
 * @param record the gate's record
 * @returns the lines
 */
export function gateLines(record: GateRecord): string[] {
  const { theorems, rows, failures, notes, verdict } = record;
  const warned = (finding: TheoremFinding | RowFinding): boolean => ["unconfirmed", "undecided", "together"].includes(finding.verdict);
  const noted = (finding: TheoremFinding | RowFinding): boolean => !isFailing(finding) && !warned(finding) && finding.verdict !== "identical";
  const lines = (mark: string, wanted: (finding: TheoremFinding | RowFinding) => boolean): string[] => [
    ...theorems.filter(wanted).map((finding) => `${mark} ${theoremFindingText(finding)}`),
    ...rows.filter(wanted).map((finding) => `${mark} ${rowFindingText(finding)}`),
  ];
  return [
    ...failures.map(({ file, message }) => `${MARK.fail} ${file}: ${message}`),
    ...lines(MARK.fail, isFailing),
    ...lines(MARK.warn, warned),
    ...lines(MARK.note, noted),
    ...notes.map((note) => `${MARK.note} ${note}`),
    ...gateCounts(record),
    `gate: ${verdict}`,
  ];
}

/**
 * What a gate compared, in a few lines.
 *
 * @param record the gate's record
 * @returns the base, the numbers of comparisons, and the bound on false alarms
 */
export function gateCounts({ base, tier, seed, compared, rows, errorBound, alpha }: GateRecord): string[] {
  const count = (verdict: RowFinding["verdict"]): number => rows.filter((row) => row.verdict === verdict).length;
  const { confirmation } = base;
  const how = confirmation === "reserved cases" ? "on reserved cases" : `on fresh cases, both sides trained anew under seed ${confirmation.seed}`;
  return [
    `against ${base.name}${base.commit === null ? "" : ` (${base.commit.slice(0, 12)})`}, tier ${tier}, seed ${seed}: ${plural(compared.parts, "claim or falsifier", "claims and falsifiers")}, ${plural(compared.rows, "row")} compared`,
    ...(compared.rows === 0
      ? []
      : [
          `rows: ${count("identical")} identical, ${count("pass")} not worse than the margin, ${count("undecided")} undecided, ${count("unconfirmed")} not confirmed, ${rows.filter(isFailing).length} failed`,
          `suspected regressions are confirmed ${how}; probability that a row fails though none is worse than its margin ≤ ${formatNumber(errorBound)} (${formatNumber(alpha)} for each)`,
        ]),
  ];
}

/** Old and new score, and the difference with its interval, in the sign of the score. */
function drawText({ base, current, worsening, lower, upper }: Draw, direction: "lower" | "higher"): string {
  const [difference, low, high] = direction === "lower" ? [worsening, lower, upper] : [-worsening, -upper, -lower];
  return `${formatNumber(base)} → ${formatNumber(current)}, difference ${difference > 0 ? "+" : ""}${formatNumber(difference)} [${formatNumber(low)}, ${formatNumber(high)}]`;
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
