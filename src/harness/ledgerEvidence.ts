import type { LedgerEntry } from "./ledgerEntry.js";
import { gravest, type Verdict } from "./verdict.js";

/** What the runs of one unchanged claim say together. */
export interface AccumulatedEvidence
  extends Pick<LedgerEntry, "theorem" | "claim" | "kind" | "margin" | "tier" | "specHash" | "backend" | "version" | "commit"> {
  /** The seeds that count, ascending. */
  readonly seeds: readonly number[];
  /** Further runs of these seeds, which say nothing new. */
  readonly repeated: number;
  /** Observations of the runs that count. */
  readonly samples: number;
  /** Natural logarithms of the products of e-values; null for `forAll`, and where a run was invalid. */
  readonly logE: { readonly for: number; readonly against: number } | null;
  readonly verdict: Verdict;
}

/** A claim's evidence, and the runs that could not be told to belong to any. */
export interface Accumulation {
  readonly evidence: readonly AccumulatedEvidence[];
  /** Runs of a changed working copy: a commit does not identify their code. */
  readonly unidentified: number;
}

/**
 * Multiply the e-values of independent runs of the same claim.
 *
 * log E = Σ log E_seed over distinct seeds; E[Π E_seed] ≤ 1 while the claim (or its negation) is the fixed null hypothesis,
 * so P(sup over runs of Π E_seed ≥ 1/α) ≤ α: one may look after every run and stop at will. Runs are of the same claim
 * when theorem, claim, spec hash, tier, margin, range, backend, version and commit are equal. Of equal seeds, whose data
 * are the same, the first line counts, whatever it found. The evidence against `within` is recorded as the larger of two
 * e-values, which is at most twice an e-value: log 2 is taken off. An invalid run leaves no e-value that could be left
 * out without choosing by the data, so its claim is invalid.
 *
 * @param entries the lines of a ledger, in the order of the file
 * @param alpha α in (0, 1), the probability allowed to each wrong verdict
 * @returns the evidence by theorem and claim: `upheld` or `refuted` when E reaches 1/α (`refuted` when both do: the runs
 *   disagree), a `forAll` claim refuted by one counterexample
 * @throws RangeError if α is outside (0, 1)
 * @source Waudby-Smith & Ramdas 2024, section 4 (the e-values); Vovk & Wang 2021, "E-values: calibration, combination
 *   and applications" (products and averages); Ville 1939
 * @example accumulateEvidence([], 0.05).evidence // => []
 */
export function accumulateEvidence(entries: readonly LedgerEntry[], alpha: number): Accumulation {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be in (0, 1), got ${alpha}`);
  const identified = entries.filter(({ commit }) => !commit?.endsWith("+dirty"));
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of identified) {
    const { theorem, claim, kind, margin, range, tier, specHash, backend, version, commit } = entry;
    const name = JSON.stringify([theorem, claim, kind, margin, range, tier, specHash, backend, version, commit]);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const evidence = [...groups.values()].map((runs) => together(runs, -Math.log(alpha)));
  const order = ({ theorem, claim, tier }: AccumulatedEvidence): string => JSON.stringify([theorem, claim, tier]);
  evidence.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return { evidence, unidentified: entries.length - identified.length };
}

function together(runs: readonly LedgerEntry[], logThreshold: number): AccumulatedEvidence {
  const bySeed = new Map<number, LedgerEntry>();
  for (const run of runs) if (!bySeed.has(run.seed)) bySeed.set(run.seed, run);
  const counted = [...bySeed.values()];
  const { theorem, claim, kind, margin, tier, specHash, backend, version, commit } = runs[0];
  const isInvalid = counted.some(({ verdict }) => verdict === "invalid");
  const toHalve = kind === "within" ? Math.LN2 : 0;
  const values = counted.flatMap(({ logE }) => logE ?? []);
  const logE =
    isInvalid || kind === "forAll"
      ? null
      : {
          for: values.reduce((sum, value) => sum + value.for, 0),
          against: values.reduce((sum, value) => sum + value.against - toHalve, 0),
        };
  return {
    theorem,
    claim,
    kind,
    margin,
    tier,
    specHash,
    backend,
    version,
    commit,
    seeds: [...bySeed.keys()].sort((a, b) => a - b),
    repeated: runs.length - counted.length,
    samples: counted.reduce((sum, { samples }) => sum + samples, 0),
    logE,
    verdict: logE === null ? gravest(counted.map(({ verdict }) => verdict)) : decide(logE, logThreshold),
  };
}

function decide(logE: { readonly for: number; readonly against: number }, logThreshold: number): Verdict {
  if (logE.against >= logThreshold) return "refuted";
  return logE.for >= logThreshold ? "upheld" : "inconclusive";
}
