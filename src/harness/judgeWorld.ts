import type { Key } from "../random/key.js";
import type { Claim } from "./claim.js";
import type { Budget, Context, TheoremDefinition } from "./definition.js";
import { judgeForAll } from "./forAllJudge.js";
import { InvalidEvidence } from "./invalidEvidence.js";
import { invalidRecord } from "./invalidRecord.js";
import { MeanJudge } from "./meanJudge.js";
import type { ClaimRecord } from "./record.js";
import { atTier, type Tier } from "./tier.js";

/** A generator that yields this many batches without a needed observation never will. */
const PATIENCE = 1000;

/**
 * Prepare one world and decide claims in it.
 *
 * The world is prepared under a key that all worlds of a theorem share, so that a falsifier differs only in what it
 * breaks; its evidence is drawn under the world's own key.
 *
 * @param definition the theorem
 * @param world the hypothesis world, or a falsifier's
 * @param options the theorem's key, the world's label, tier, α, and the names of the claims to judge
 * @returns the claims' records, in the order of the definition
 * @throws InvalidEvidence if evidence is missing, not a number, out of range or for an unknown claim; and whatever
 *   the spec itself throws, but for the check of a property, which makes that claim alone `invalid`
 */
export async function judgeWorld<W extends object, P, B extends Budget>(
  definition: TheoremDefinition<W, P, B>,
  world: W,
  options: { key: Key; label: string; tier: Tier; alpha: number; claims: ReadonlySet<string> },
): Promise<ClaimRecord[]> {
  const { key, label, tier, alpha, claims } = options;
  const budget = atTier(definition.budget, tier);
  const pending = new Set(claims);
  const context = (key: Key): Context<W, B> => ({ key, tier, budget, world, claims: pending });
  const prepared = await definition.prepare(world, context(key.fold("prepare")));

  const records = new Map<string, ClaimRecord>();
  const judges = new Map<string, MeanJudge>();
  for (const [id, claim] of Object.entries(definition.claims)) {
    if (!claims.has(id)) continue;
    if (claim.kind === "forAll") {
      const judged = judgeForAll(id, claim, prepared, { key: key.fold("forAll").fold(label).fold(id), tier });
      records.set(id, await judged.catch((error: unknown) => unchecked(id, claim, error)));
      pending.delete(id);
    } else {
      judges.set(id, new MeanJudge(id, claim, { alpha, tier, cap: budget.samples }));
    }
  }
  if (judges.size > 0) await collect(definition, prepared, context(key.fold("evidence").fold(label)), judges, pending);
  for (const [id, judge] of judges) records.set(id, judge.record());
  return Object.keys(definition.claims).flatMap((id) => records.get(id) ?? []);
}

/** A property that cannot be checked makes no other claim invalid: the draws and checks of each are its own. */
function unchecked(id: string, claim: Claim, error: unknown): ClaimRecord {
  if (error instanceof InvalidEvidence) return invalidRecord(id, claim, error);
  throw error;
}

/** Draw batches until every judge is settled or the evidence ends. */
async function collect<W extends object, P, B extends Budget>(
  definition: TheoremDefinition<W, P, B>,
  prepared: P,
  context: Context<W, B>,
  judges: ReadonlyMap<string, MeanJudge>,
  pending: Set<string>,
): Promise<void> {
  const unsettled = (): [string, MeanJudge][] => [...judges].filter(([, judge]) => !judge.settled);
  let idle = 0;
  for await (const batch of definition.evidence!(prepared, context)) {
    const before = unsettled().reduce((sum, [, judge]) => sum + judge.samples, 0);
    for (const [id, values] of Object.entries(batch)) {
      if (!Object.hasOwn(definition.claims, id)) throw new InvalidEvidence(`evidence for the unknown claim "${id}"`);
      const judge = judges.get(id);
      judge?.observe(values);
      if (judge?.settled) pending.delete(id);
    }
    const waiting = unsettled();
    if (waiting.length === 0) return;
    idle = waiting.reduce((sum, [, judge]) => sum + judge.samples, 0) === before ? idle + 1 : 0;
    if (idle >= PATIENCE) throw new InvalidEvidence(`${PATIENCE} batches without an observation for ${names(waiting)}`);
  }
  const empty = unsettled().filter(([, judge]) => judge.samples === 0);
  if (empty.length > 0) throw new InvalidEvidence(`the evidence ended without an observation for ${names(empty)}`);
}

const names = (judges: readonly [string, MeanJudge][]): string =>
  judges.map(([id]) => `claim "${id}"`).join(" and ");
