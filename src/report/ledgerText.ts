import { formatMargin, formatNumber } from "../harness/explain.js";
import type { AccumulatedEvidence, Accumulation } from "../harness/ledgerEvidence.js";

/**
 * What the runs of a ledger say together, for a terminal.
 *
 * @param accumulation the evidence
 * @returns a line for every claim, then what to know when reading them
 */
export function ledgerLines({ evidence, unidentified }: Accumulation): string[] {
  const name = ({ theorem, claim }: AccumulatedEvidence): string => `${theorem}  ${claim}`;
  const width = Math.max(0, ...evidence.map((found) => name(found).length));
  const trained = evidence.some(({ backend }) => backend !== null);
  return [
    ...evidence.map((found) => {
      const { verdict, tier, backend, seeds, samples, repeated } = found;
      const again = repeated === 0 ? "" : `, ${repeated} repeated`;
      const runs = `${seeds.length} seed${seeds.length === 1 ? "" : "s"} (${shortList(seeds)})${again}`;
      return `${verdict.padEnd(12)} ${name(found).padEnd(width)}  ${formatMargin(found)}  ${tier}  ${runs}, n = ${samples}, ${power(found)}${backend === null ? "" : " *"}`;
    }),
    ...(evidence.length === 0 ? [] : ["", "e-values are multiplied over distinct seeds of an unchanged spec, tier, backend, version and commit; one may look after every run and stop at will."]),
    ...(trained
      ? ["* Nets were in use. Where every run trains its own, a product against a claim's negation says only that not all of these nets violate it; it is about the training procedure where each observation trains afresh, and about the nets where they are fixed."]
      : []),
    ...(unidentified === 0 ? [] : [`${unidentified} line${unidentified === 1 ? "" : "s"} of changed working copies (+dirty) left out: no commit identifies their code.`]),
  ];
}

/** Evidence as powers of ten. */
function power({ kind, logE }: AccumulatedEvidence): string {
  if (logE === null) return kind === "forAll" ? "no e-value: forAll makes no statistical error" : "no e-value: a run was invalid";
  return `log₁₀ e ${formatNumber(logE.for / Math.LN10)} for, ${formatNumber(logE.against / Math.LN10)} against`;
}

/** The first few seeds. */
const shortList = (seeds: readonly number[]): string => `${seeds.slice(0, 5).join(", ")}${seeds.length > 5 ? ", …" : ""}`;
