import { explainClaim, explainSurvivor, formatMargin } from "../../harness/explain.js";
import type { ClaimRecord, FalsifierRecord, TheoremRecord } from "../../harness/record.js";
import type { TheoremFinding } from "./gateRecord.js";

/** What two runs of theorems say of each other. */
export interface VerdictComparison {
  /** What differs, in the order of the base. */
  readonly findings: TheoremFinding[];
  /** Claims and falsifiers compared. */
  readonly parts: number;
}

/**
 * Compare the verdicts of two runs: what was upheld and is no longer, what is gone, what claims less, and what is new.
 *
 * A claim claims less when its kind or range differs, or its margin is wider: `≤ .02` in place of `≤ .01`.
 *
 * @param base the theorems of the base
 * @param current those of now, run at the same tier and α
 * @returns the differences; a claim that was not upheld in the base has none to lose
 */
export function compareVerdicts(base: readonly TheoremRecord[], current: readonly TheoremRecord[]): VerdictComparison {
  const findings: TheoremFinding[] = [];
  let parts = 0;
  for (const old of base) {
    const { id: theorem, file } = old;
    const now = current.find(({ id }) => id === theorem);
    const say = (part: string, verdict: TheoremFinding["verdict"], before: string, after: string | null): void => {
      findings.push({ theorem, file: now?.file ?? file, part, verdict, before, after });
    };
    if (now === undefined) {
      say("theorem", "removed", old.verdict, null);
      continue;
    }
    for (const claim of old.claims) {
      const found = now.claims.find(({ id }) => id === claim.id);
      parts++;
      const [before, after] = [claimText(claim), found === undefined ? null : claimText(found)];
      if (found === undefined) say(`claim ${claim.id}`, "removed", before, after);
      else if (claim.verdict !== "upheld") {
        if (found.verdict === "upheld") say(`claim ${claim.id}`, "mended", before, after);
      } else if (!claimsAsMuch(found, claim)) say(`claim ${claim.id}`, "changed", before, after);
      else if (found.verdict !== "upheld") say(`claim ${claim.id}`, "lost", before, after);
    }
    for (const falsifier of old.falsifiers) {
      const found = now.falsifiers.find(({ id }) => id === falsifier.id);
      parts++;
      const [before, after] = [falsifierText(falsifier), found === undefined ? null : falsifierText(found)];
      if (found === undefined) say(`falsifier ${falsifier.id}`, "removed", before, after);
      else if (!falsifier.killed) {
        if (found.killed) say(`falsifier ${falsifier.id}`, "mended", before, after);
      } else if (falsifier.mustRefute.some((claim) => !found.mustRefute.includes(claim))) say(`falsifier ${falsifier.id}`, "changed", before, after);
      else if (!found.killed) say(`falsifier ${falsifier.id}`, "lost", before, after);
    }
  }
  for (const { id, file, verdict } of current) {
    if (!base.some((old) => old.id === id)) findings.push({ theorem: id, file, part: "theorem", verdict: "new", before: null, after: verdict });
  }
  return { findings, parts };
}

/** Whether the first claim implies the second. */
function claimsAsMuch(now: ClaimRecord, old: ClaimRecord): boolean {
  if (now.kind !== old.kind || JSON.stringify(now.range) !== JSON.stringify(old.range)) return false;
  const [a, b] = [now.margin, old.margin];
  if (a === null || b === null) return a === b;
  if (typeof a === "number" || typeof b === "number") {
    return typeof a === "number" && typeof b === "number" && (now.kind === "atMost" ? a <= b : a >= b);
  }
  return a[0] >= b[0] && a[1] <= b[1];
}

const claimText = (claim: ClaimRecord): string => `${formatMargin(claim)} ${claim.verdict}, ${explainClaim(claim)}`;

function falsifierText(falsifier: FalsifierRecord): string {
  const outcome = falsifier.killed ? "refuted, as it must be" : explainSurvivor(falsifier);
  return `${outcome} (must refute ${falsifier.mustRefute.join(", ")})`;
}
