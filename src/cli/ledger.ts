import { resolve } from "node:path";
import { accumulateEvidence } from "../harness/ledgerEvidence.js";
import { readLedger } from "../harness/ledgerFile.js";
import { parseSettings } from "../harness/settings.js";
import { ledgerLines } from "../report/ledgerText.js";
import { EXIT } from "./exitCode.js";
import { filterPattern } from "./filterPattern.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict ledger`. */
export interface LedgerOptions {
  readonly from: string;
  readonly filter?: string;
  readonly alpha: string;
  readonly json?: true;
}

/**
 * `simverdict ledger`: what all recorded runs of each claim say together.
 *
 * @param options the ledger, which of its theorems, and the error rate
 * @returns 0 all upheld; 1 something refuted or invalid; 2 a line that cannot be read, after all the others were shown;
 *   3 nothing worse than inconclusive
 * @throws UsageError if α is malformed or nothing matches; BadRecordFile if the ledger cannot be read
 */
export async function ledger({ from, filter, alpha, json }: LedgerOptions): Promise<number> {
  const level = levelOf(alpha);
  const { entries, problems } = await readLedger(resolve(from));
  const matches = filterPattern(filter ?? "");
  const accumulation = accumulateEvidence(entries.filter(({ theorem }) => matches.test(theorem)), level);
  const { evidence, unidentified } = accumulation;
  for (const { line, message } of problems) process.stderr.write(`simverdict: ${from}:${line}: ${message}\n`);
  if (evidence.length + unidentified === 0 && problems.length === 0) {
    throw new UsageError(filter === undefined ? `${from} is empty: zero claims recorded` : `nothing in ${from} matches --filter "${filter}"`);
  }
  process.stdout.write(json ? `${JSON.stringify({ alpha: level, ...accumulation, problems }, null, 2)}\n` : `${ledgerLines(accumulation).join("\n")}\n`);
  if (problems.length > 0) return EXIT.usage;
  const verdicts = new Set(evidence.map(({ verdict }) => verdict));
  if (verdicts.has("refuted") || verdicts.has("invalid")) return EXIT.failed;
  return verdicts.has("inconclusive") || evidence.length === 0 ? EXIT.inconclusive : EXIT.ok;
}

function levelOf(alpha: string): number {
  try {
    return parseSettings({ alpha }).alpha;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
