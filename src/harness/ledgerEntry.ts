import { z } from "zod";
import { claimRecord, runIdentity, theoremRecord, type VerdictsRecord } from "./record.js";

/** One line of a ledger: what one run found about one claim in the hypothesis world, and what identifies the run. */
export const ledgerEntry = z.strictObject({
  schema: z.literal("simverdict/ledger@1"),
  theorem: theoremRecord.shape.id,
  claim: claimRecord.shape.id,
  ...claimRecord.pick({ kind: true, margin: true, range: true, alpha: true, samples: true, logE: true, verdict: true }).shape,
  specHash: theoremRecord.shape.specHash,
  backend: theoremRecord.shape.backend,
  ...runIdentity.pick({ seed: true, tier: true, version: true, commit: true, startedAt: true }).shape,
});

/** @see ledgerEntry */
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/**
 * The ledger lines of a run, one for every claim in a hypothesis world.
 *
 * @param record the run
 * @returns the entries in the order of the record; none of a run that judged falsifiers only
 */
export function ledgerEntries({ run, theorems }: VerdictsRecord): LedgerEntry[] {
  const { seed, tier, version, commit, startedAt } = run;
  return theorems.flatMap(({ id, specHash, backend, claims }) =>
    claims.map(({ id: claim, kind, margin, range, alpha, samples, logE, verdict }): LedgerEntry => ({
      schema: "simverdict/ledger@1",
      theorem: id,
      claim,
      kind,
      margin,
      range,
      alpha,
      samples,
      logE,
      verdict,
      specHash,
      backend,
      seed,
      tier,
      version,
      commit,
      startedAt,
    })),
  );
}
