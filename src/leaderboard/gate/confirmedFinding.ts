import { formatNumber } from "../../harness/explain.js";
import type { AccumulatedEvidence } from "../../harness/ledgerEvidence.js";
import type { VerdictsRecord } from "../../harness/record.js";
import type { TheoremFinding } from "./gateRecord.js";

/**
 * What becomes of something lost: it passes with a word if it holds under the fresh seed, or if it is inconclusive now and
 * all runs of the unchanged claim together uphold it.
 *
 * A claim that is false under every seed passes with probability ≤ α for each of the two ways.
 *
 * @param finding what was found
 * @param runs the run of now and, where there is one, that under a fresh seed
 * @param evidence what more than one run of a claim says
 * @returns the finding, as `unconfirmed` or `together` where it passes
 */
export function confirmedFinding(finding: TheoremFinding, runs: readonly VerdictsRecord[], evidence: readonly AccumulatedEvidence[]): TheoremFinding {
  if (finding.verdict !== "lost") return finding;
  const { theorem, part } = finding;
  const [now, fresh] = runs.map(({ theorems }) => theorems.find(({ id }) => id === theorem));
  const says = (found: typeof now, wanted: string): boolean => found?.claims.some(({ id, verdict }) => `claim ${id}` === part && verdict === wanted) ?? false;
  const isKilled = fresh?.falsifiers.some(({ id, killed }) => `falsifier ${id}` === part && killed) ?? false;
  if (says(fresh, "upheld") || isKilled) return { ...finding, verdict: "unconfirmed" };
  const all = evidence.find((one) => one.theorem === theorem && `claim ${one.claim}` === part);
  if (!says(now, "inconclusive") || all?.verdict !== "upheld") return finding;
  return { ...finding, verdict: "together", after: `${finding.after}; upheld by ${all.seeds.length} runs together, log e-value ${formatNumber(all.logE!.for)}` };
}
