import { ledgerEntries, type LedgerEntry } from "../../harness/ledgerEntry.js";
import { accumulateEvidence, type AccumulatedEvidence } from "../../harness/ledgerEvidence.js";
import type { VerdictsRecord } from "../../harness/record.js";

/** Stands for the commit of a changed working copy, which identifies its code while one command runs. */
const HERE = "this working copy";

/**
 * What runs of the code at hand say together, with those of a ledger: e-values multiplied over distinct seeds.
 *
 * A claim that is inconclusive in every run may be decided by all of them (optional continuation): while its negation holds
 * for each, the product reaches 1/α with probability ≤ α. Only lines of an unchanged claim count, of equal spec hash, tier,
 * margin, range, backend, version and commit.
 *
 * @param runs runs of one command, under different seeds
 * @param ledger the lines of a ledger, written before
 * @param alpha α in (0, 1)
 * @returns the evidence for each claim of these runs that more than one run speaks of
 * @throws RangeError if α is outside (0, 1)
 * @source Ramdas, Grünwald, Vovk & Shafer 2023, "Game-theoretic statistics and safe anytime-valid inference" (optional
 *   continuation)
 * @example evidenceTogether([], [], 0.05) // => []
 */
export function evidenceTogether(runs: readonly VerdictsRecord[], ledger: readonly LedgerEntry[], alpha: number): AccumulatedEvidence[] {
  const own = runs.flatMap(ledgerEntries).map((entry) => (entry.commit?.endsWith("+dirty") ? { ...entry, commit: HERE } : entry));
  const nameOf = ({ theorem, claim, specHash, commit }: Pick<LedgerEntry, "theorem" | "claim" | "specHash" | "commit">): string => JSON.stringify([theorem, claim, specHash, commit]);
  const names = new Set(own.map(nameOf));
  const { evidence } = accumulateEvidence([...ledger.filter((entry) => names.has(nameOf(entry))), ...own], alpha);
  return evidence.filter(({ seeds }) => seeds.length > 1);
}
