import type { Claim } from "./claim.js";
import type { ClaimRecord } from "./record.js";

/**
 * The record of a claim without an estimate.
 *
 * @param id name of the claim
 * @param claim the claim
 * @param finding the verdict, its reason or counterexample, and how many values were looked at
 * @returns the record; what an estimate would say is null
 */
export function bareRecord(
  id: string,
  claim: Pick<Claim, "kind" | "of" | "because">,
  finding: Pick<ClaimRecord, "verdict"> & Partial<Pick<ClaimRecord, "samples" | "counterexample" | "reason">>,
): ClaimRecord {
  const { samples = 0, counterexample = null, verdict, reason = null } = finding;
  return {
    id,
    kind: claim.kind,
    statement: claim.of,
    because: claim.because,
    margin: null,
    range: null,
    alpha: null,
    estimate: null,
    lower: null,
    upper: null,
    samples,
    saturated: null,
    logE: null,
    counterexample,
    verdict,
    reason,
  };
}
