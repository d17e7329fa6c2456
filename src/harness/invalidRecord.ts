import { bareRecord } from "./bareRecord.js";
import type { Claim } from "./claim.js";
import { oneLine } from "./oneLine.js";
import type { ClaimRecord } from "./record.js";

/**
 * The record of a claim that could not be judged.
 *
 * @param id name of the claim
 * @param claim the claim
 * @param error what was thrown
 * @returns a record that is `invalid`, with the message in one line as its reason
 */
export function invalidRecord(
  id: string,
  claim: Pick<Claim, "kind" | "of" | "because">,
  error: unknown,
): ClaimRecord {
  return bareRecord(id, claim, { verdict: "invalid", reason: oneLine(error instanceof Error ? error.message : String(error)) });
}
