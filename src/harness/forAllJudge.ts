import * as fc from "fast-check";
import type { Key } from "../random/key.js";
import { bareRecord } from "./bareRecord.js";
import type { ForAllClaim } from "./claim.js";
import { InvalidEvidence } from "./invalidEvidence.js";
import type { ClaimRecord } from "./record.js";
import { atTier, type Tier } from "./tier.js";

/**
 * Checks a property on drawn values and shrinks the first counterexample.
 *
 * @param id name of the claim
 * @param claim the property
 * @param prepared the prepared world that it is checked in
 * @param options the key that seeds the draws, and the tier that says how many
 * @returns `upheld` with the number of values that passed, or `refuted` with the shrunk counterexample
 * @throws InvalidEvidence if the check throws or answers anything but true or false: a crash refutes nothing
 * @source Claessen & Hughes 2000, "QuickCheck"
 */
export async function judgeForAll<Prepared>(
  id: string,
  claim: ForAllClaim<Prepared>,
  prepared: Prepared,
  options: { key: Key; tier: Tier },
): Promise<ClaimRecord> {
  const holds = claim.holds as (value: unknown, prepared: Prepared) => boolean | Promise<boolean>;
  const problems: string[] = [];
  const property = fc.asyncProperty(claim.draw, async (value) => {
    try {
      const answer: unknown = await holds(value, prepared);
      if (typeof answer !== "boolean") problems.push(`answered ${String(answer)}, not true or false`);
      return answer === true;
    } catch (error) {
      problems.push(`threw ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  });
  const seed = options.key.stream().int32();
  const details = await fc.check(property, { numRuns: atTier(claim.runs, options.tier), seed });
  const counterexample = details.failed
    ? `${fc.stringify(details.counterexample?.[0])} (fast-check seed ${seed}, path ${details.counterexamplePath})`
    : null;
  if (problems.length > 0) throw new InvalidEvidence(`claim "${id}": its check ${problems[0]} at ${counterexample}`);
  return bareRecord(id, claim, { verdict: details.failed ? "refuted" : "upheld", samples: details.numRuns, counterexample });
}
