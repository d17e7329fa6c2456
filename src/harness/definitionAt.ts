import { isClaimedAt } from "./claim.js";
import type { Budget, Falsifier, TheoremDefinition } from "./definition.js";
import type { Tier } from "./tier.js";

/**
 * A theorem as a tier judges it: without the claims that are made from a larger tier on, and without what falsifiers must
 * refute of them.
 *
 * @param definition the theorem
 * @param tier the tier
 * @returns the theorem; undefined if the tier leaves out every claim
 */
export function definitionAt<W extends object, P, B extends Budget>(
  definition: TheoremDefinition<W, P, B>,
  tier: Tier,
): TheoremDefinition<W, P, B> | undefined {
  const claims = Object.fromEntries(Object.entries(definition.claims).filter(([, claim]) => isClaimedAt(claim, tier)));
  if (Object.keys(claims).length === 0) return undefined;
  const falsifiers: Record<string, Falsifier<W>> = {};
  for (const [name, falsifier] of Object.entries(definition.falsifiers)) {
    const [first, ...others] = falsifier.mustRefute.filter((claim) => Object.hasOwn(claims, claim));
    if (first !== undefined) falsifiers[name] = { ...falsifier, mustRefute: [first, ...others] };
  }
  return { ...definition, claims, falsifiers };
}
