import { atMost, type OneSidedClaim } from "../../src/harness/claim.js";
import type { Budget, Context, Evidence, TheoremDefinition } from "../../src/harness/definition.js";
import { bernoulli } from "../../src/random/bernoulli.js";

/** A coin that shows heads with probability p. */
export interface Coin {
  readonly p: number;
}

/** The smallest theorem there is. */
export type CoinTheorem = TheoremDefinition<Coin, number>;

/** The claim that heads come at most half the time. */
export const seldom: OneSidedClaim = atMost(0.5, { of: "1[heads]", range: [0, 1], because: "by construction" });

/** Tosses without end, one a batch, as evidence for `heads`. */
export function* tosses(p: number, { key }: Context<Coin, Budget>): Iterable<Evidence> {
  const stream = key.stream();
  for (;;) yield { heads: bernoulli(stream, p) };
}

/**
 * The theorem "heads come at most half the time", of a coin with p = .1, with a coin of p = .9 as its falsifier.
 *
 * @param changes what differs from that
 * @returns the definition
 */
export function coin(changes: Partial<CoinTheorem> = {}): CoinTheorem {
  return {
    title: "A coin shows heads seldom",
    statement: "P(heads) ≤ 1/2",
    source: { cite: "none", where: "made for a test" },
    assumptions: ["tosses are independent"],
    claims: { heads: seldom },
    budget: { smoke: { samples: 2000 } },
    world: { p: 0.1 },
    falsifiers: { heavy: { breaks: "the coin", world: { p: 0.9 }, mustRefute: ["heads"] } },
    prepare: ({ p }) => p,
    evidence: tosses,
    ...changes,
  };
}
