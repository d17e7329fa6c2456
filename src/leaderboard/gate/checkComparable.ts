import { BadBase } from "./badBase.js";
import type { GateRecords } from "./baseFolder.js";

/**
 * Refuse to compare runs that differ in more than their code.
 *
 * Theorems need equal tier, α, version of simverdict and, where nets were used, backend; boards need the seed and the cases
 * too, since another seed trains other nets.
 *
 * @param base the records of the base
 * @param current the records of now
 * @param options whether the version must be equal: not where both sides were run just now, so that it is part of the change
 * @throws BadBase naming what differs, with both values
 */
export function checkComparable(base: GateRecords, current: GateRecords, { sameVersion }: { readonly sameVersion: boolean }): void {
  const version = sameVersion ? (["version"] as const) : [];
  const { verdicts: old, scores: oldScores } = base;
  const { verdicts: now, scores: nowScores } = current;
  if (old !== null && now !== null) {
    for (const [side, { run }] of [["base", old], ["current run", now]] as const) {
      if (run.mode !== "verify") throw new BadBase(`the ${side} judged falsifiers only: make it with simverdict verify`);
    }
    same("theorems", old.run, now.run, ["tier", ...version, "backend", "alpha"]);
  }
  if (oldScores !== null && nowScores !== null) {
    same("boards", { ...oldScores.run, ...oldScores }, { ...nowScores.run, ...nowScores }, ["tier", ...version, "backend", "seed", "cases", "reserved"]);
  }
}

function same<Run>(what: string, base: Run, current: Run, fields: readonly (keyof Run & string)[]): void {
  for (const field of fields) {
    const [old, now] = [base[field], current[field]];
    // Without nets there is no backend to compare.
    if (old === now || (field === "backend" && (old === null || now === null))) continue;
    throw new BadBase(`the ${what} of the base have ${field} ${JSON.stringify(old)} and those of now ${JSON.stringify(now)}: compare like with like, or update the base with a reason`);
  }
}
