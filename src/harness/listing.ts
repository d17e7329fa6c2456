import type { MeanClaim } from "./claim.js";
import { type Budget, checkDefinition, type TheoremDefinition } from "./definition.js";
import type { ModelNeeds } from "./modelUnderTest.js";
import { atTier, type Tier } from "./tier.js";

/** What a spec asserts, without running it. */
export interface TheoremListing {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly source: string;
  readonly assumptions: readonly string[];
  readonly claims: readonly {
    readonly id: string;
    readonly kind: "atMost" | "atLeast" | "within" | "forAll";
    readonly statement: string;
    readonly margin: MeanMargin | null;
    /** The smallest tier at which it is claimed. */
    readonly from: Tier;
  }[];
  readonly falsifiers: readonly {
    readonly id: string;
    readonly breaks: string;
    readonly mustRefute: readonly string[];
    readonly caughtInTheWild: string | null;
  }[];
  /** What it needs of a model under test; left out if it takes none. */
  readonly model?: ModelNeeds;
}

type MeanMargin = number | [number, number];

/**
 * Describe a theorem.
 *
 * @param id the theorem's id
 * @param definition the theorem
 * @param tier the tier whose margins are listed
 * @returns the listing
 * @throws InvalidDefinition if the definition contradicts itself
 */
export function listTheorem<W extends object, P, B extends Budget>(
  id: string,
  definition: TheoremDefinition<W, P, B>,
  tier: Tier,
): TheoremListing {
  checkDefinition(id, definition);
  const { title, statement, source, assumptions, claims, falsifiers } = definition;
  return {
    id,
    title,
    statement,
    source: `${source.cite}: ${source.where}`,
    assumptions,
    claims: Object.entries(claims).map(([name, claim]) => ({
      id: name,
      kind: claim.kind,
      statement: claim.of,
      margin: claim.kind === "forAll" ? null : marginAt(claim, tier),
      from: claim.from ?? "smoke",
    })),
    falsifiers: Object.entries(falsifiers).map(([name, { breaks, mustRefute, caughtInTheWild }]) => ({
      id: name,
      breaks,
      mustRefute,
      caughtInTheWild: caughtInTheWild ?? null,
    })),
    ...(definition.model !== undefined && { model: definition.model }),
  };
}

function marginAt(claim: MeanClaim, tier: Tier): MeanMargin {
  if (claim.kind !== "within") return atTier(claim.margin, tier);
  const [low, high] = atTier(claim.margin, tier);
  return [low, high];
}
