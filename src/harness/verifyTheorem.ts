import { Key } from "../random/key.js";
import { type Budget, checkDefinition, type Falsifier, type TheoremDefinition } from "./definition.js";
import { invalidRecord } from "./invalidRecord.js";
import { judgeWorld } from "./judgeWorld.js";
import type { ClaimRecord, FalsifierRecord, TheoremRecord } from "./record.js";
import type { Settings } from "./settings.js";
import { gravest, type Verdict } from "./verdict.js";

/** What is known of a theorem once it has run; the rest of its record is its circumstances. */
export type TheoremFindings = Omit<TheoremRecord, "file" | "specHash" | "model" | "backend" | "durationMs" | "replay">;

/**
 * Run a theorem: decide its claims in the hypothesis world, then require every falsifier to be refuted.
 *
 * All randomness comes from the seed and the theorem's id, so a theorem's findings do not depend on what else runs.
 * In mode `falsify` only the falsifiers run.
 *
 * @param id the theorem's id
 * @param definition the theorem
 * @param settings seed, tier, α and mode
 * @returns the findings; whatever the spec throws ends in `invalid`, with its message as the reason
 * @throws InvalidDefinition if the definition contradicts itself
 */
export async function verifyTheorem<W extends object, P, B extends Budget>(
  id: string,
  definition: TheoremDefinition<W, P, B>,
  settings: Settings,
): Promise<TheoremFindings> {
  checkDefinition(id, definition);
  const { tier, alpha } = settings;
  const key = Key.root(settings.seed).fold(id);
  const names = Object.keys(definition.claims);

  const inWorld = async (world: W, label: string, claims: readonly string[]): Promise<ClaimRecord[]> => {
    const options = { key, label, tier, alpha, claims: new Set(claims) };
    try {
      return await judgeWorld(definition, world, options);
    } catch (error) {
      return claims.map((claim) => invalidRecord(claim, definition.claims[claim], error));
    }
  };

  const claims = settings.mode === "falsify" ? [] : await inWorld(definition.world, "hypothesis", names);
  const falsifiers: FalsifierRecord[] = [];
  for (const [name, falsifier] of Object.entries(definition.falsifiers)) {
    const world = { ...definition.world, ...falsifier.world };
    const found = await inWorld(world, `falsifier/${name}`, falsifier.mustRefute);
    falsifiers.push(falsifierFindings(name, falsifier, found));
  }
  const { title, statement, source, assumptions } = definition;
  return {
    id,
    title,
    statement,
    source: `${source.cite}: ${source.where}`,
    assumptions: [...assumptions],
    verdict: theoremVerdict(claims, falsifiers),
    claims,
    falsifiers,
  };
}

function falsifierFindings<W>(id: string, falsifier: Falsifier<W>, claims: ClaimRecord[]): FalsifierRecord {
  return {
    id,
    breaks: falsifier.breaks,
    mustRefute: [...falsifier.mustRefute],
    killed: claims.every((claim) => claim.verdict === "refuted"),
    samples: claims.reduce((most, claim) => Math.max(most, claim.samples), 0),
    claims,
    reason: claims.find((claim) => claim.reason !== null)?.reason ?? null,
  };
}

/** A falsifier that survives makes the theorem invalid: its spec is not shown able to fail. */
function theoremVerdict(claims: readonly ClaimRecord[], falsifiers: readonly FalsifierRecord[]): Verdict {
  return gravest([
    ...claims.map((claim) => claim.verdict),
    ...falsifiers.map((falsifier) => (falsifier.killed ? "upheld" : "invalid")),
  ]);
}
