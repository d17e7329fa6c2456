import type { LedgerEntry } from "../harness/ledgerEntry.js";
import type { AccumulatedEvidence } from "../harness/ledgerEvidence.js";
import type { VerdictsRecord } from "../harness/record.js";
import { BadBase } from "../leaderboard/gate/badBase.js";
import type { GateRecords } from "../leaderboard/gate/baseFolder.js";
import { compareScores, type TaskPair } from "../leaderboard/gate/compareScores.js";
import { compareVerdicts } from "../leaderboard/gate/compareVerdicts.js";
import { confirmedFinding } from "../leaderboard/gate/confirmedFinding.js";
import { evidenceTogether } from "../leaderboard/gate/evidenceTogether.js";
import type { GateRecord, RowFinding, TheoremFinding } from "../leaderboard/gate/gateRecord.js";
import type { Margins } from "../leaderboard/gate/margins.js";
import { isFailing } from "../report/gateText.js";
import { run } from "./execute.js";
import { idPattern } from "./filterPattern.js";
import { splitPatterns } from "./gateRun.js";
import { type GateSettings, measureWords } from "./gateSettings.js";
import type { GateTree } from "./gateTree.js";
import { failuresOf } from "./measure.js";
import { measureBoards } from "./measureBoards.js";
import { openTerminal } from "./terminal.js";

/** How suspicions are looked into: by running the code at hand, and where there is one the base's, under a fresh seed. */
export interface RunAgain extends GateSettings {
  readonly patterns: readonly string[];
  readonly freshSeed: number;
  readonly tree: GateTree | null;
  readonly stream: NodeJS.WriteStream;
  /** Lines of a ledger, which count for claims of unchanged specs. */
  readonly ledger: readonly LedgerEntry[];
}

/** What a gate found, but for its circumstances. */
export interface GateFindings {
  readonly result: Pick<GateRecord, "verdict" | "compared" | "errorBound" | "theorems" | "rows" | "failures">;
  readonly confirmation: GateRecord["base"]["confirmation"];
  /** The runs of theorems behind it, of the code at hand. */
  readonly runs: readonly VerdictsRecord[];
  /** What more than one run of a claim says. */
  readonly evidence: readonly AccumulatedEvidence[];
}

/**
 * Compare two runs, and confirm what is suspected before it fails.
 *
 * A claim that was lost is judged again under a fresh seed, and where it is inconclusive by the evidence of all its runs; a row that got worse is compared again on cases and with trainings
 * that are fresh where the base can be run, else on the reserved cases.
 *
 * @param base the base's records
 * @param current those of now
 * @param options margins, α for each row, and how to run again; null where existing records are compared
 * @returns the findings
 * @throws BadBase if a task is another one, or the base cannot be run again
 */
export async function gateFindings(
  base: GateRecords,
  current: GateRecords,
  { margins, alpha, again }: { readonly margins: Margins; readonly alpha: number; readonly again: RunAgain | null },
): Promise<GateFindings> {
  const { findings, parts } = compareVerdicts(base.verdicts?.theorems ?? [], base.verdicts === null ? [] : (current.verdicts?.theorems ?? []));
  const first = current.verdicts === null || again === null ? [] : [current.verdicts];
  const fresh = again === null ? null : await judgeAgain(findings, again);
  const runs = fresh === null ? first : [...first, fresh];
  const evidence = evidenceTogether(runs, again?.ledger ?? [], alpha);
  const theorems = findings.map((finding) => confirmedFinding(finding, runs, evidence));
  const secondDraw = again === null || again.tree === null ? (pair: TaskPair) => pair : memoised((pair) => trainAnew(pair, again, again.tree!));
  const nothing = base.scores && { ...base.scores, tasks: [] };
  const rows: RowFinding[] = base.scores === null ? [] : await compareScores(base.scores, current.scores ?? nothing!, { margins, alpha, secondDraw });
  const compared = rows.filter(({ verdict }) => verdict !== "new").length;
  const failures = failuresOf(current);
  const failed = failures.length > 0 || theorems.some(isFailing) || rows.some(isFailing);
  return {
    result: { verdict: failed ? "fail" : "pass", compared: { parts, rows: compared }, errorBound: Math.min(1, compared * alpha), theorems, rows, failures },
    confirmation: again === null || again.tree === null ? "reserved cases" : { seed: again.freshSeed },
    runs,
    evidence,
  };
}

/** Judges theorems that lost something again, under the fresh seed; null where none did. */
async function judgeAgain(findings: readonly TheoremFinding[], { patterns, settings, freshSeed, stream }: RunAgain): Promise<VerdictsRecord | null> {
  const lost = [...new Set(findings.filter(({ verdict }) => verdict === "lost").map(({ theorem }) => theorem))];
  if (lost.length === 0) return null;
  stream.write(`\nlost, judged again under seed ${freshSeed}: ${lost.join(", ")}\n`);
  const options = { ...settings, seed: String(freshSeed) };
  return run("verify", splitPatterns(patterns).theorems ?? [], options, openTerminal(stream), idPattern(lost));
}

/** Both sides of a task, trained under the fresh seed and asked on a fresh draw of reserved cases. */
async function trainAnew({ base }: TaskPair, { patterns, settings, blocks, freshSeed, stream }: RunAgain, tree: GateTree): Promise<TaskPair> {
  const { id } = base.task;
  stream.write(`\na suspected regression: ${id} is trained anew on both sides under seed ${freshSeed}\n`);
  const options = { ...settings, seed: String(freshSeed), filter: `${id}$` };
  const boards = splitPatterns(patterns).boards ?? [];
  const before = await tree.records([...measureWords({ settings: options, blocks }, "boards"), "--", ...boards]);
  const now = await measureBoards(boards, options, blocks, openTerminal(stream), idPattern([id]));
  const [old, found] = [before.scores, now].map((scores) => scores?.tasks.find(({ task }) => task.id === id));
  if (old === undefined || found === undefined) throw new BadBase(`${id} could not be trained anew on both sides: ${now.failures[0]?.message ?? "it is gone"}`);
  return { base: old, current: found };
}

/** Every task is trained anew once, however many of its rows are suspected. */
function memoised(draw: (pair: TaskPair) => Promise<TaskPair>): (pair: TaskPair) => Promise<TaskPair> {
  const drawn = new Map<string, Promise<TaskPair>>();
  return (pair) => {
    const { id } = pair.base.task;
    const found = drawn.get(id) ?? draw(pair);
    drawn.set(id, found);
    return found;
  };
}
