import { atMost, bernoulli, type OneSidedClaim, type TheoremDefinition } from "simverdict";

/** A coin that shows heads with probability p. */
export interface Coin {
  readonly p: number;
}

/** The claim that heads come at most half the time. */
export const seldom: OneSidedClaim = atMost(0.5, { of: "1[heads]", range: [0, 1], because: "by construction" });

/** The theorem "heads come at most half the time", true and with a falsifier that is refuted. */
export const coin: TheoremDefinition<Coin, number> = {
  title: "A coin shows heads seldom",
  statement: "P(heads) ≤ 1/2",
  source: { cite: "none", where: "made for a test" },
  assumptions: ["tosses are independent"],
  claims: { heads: seldom },
  budget: { smoke: { samples: 2000 } },
  world: { p: 0.1 },
  falsifiers: { heavy: { breaks: "the coin", world: { p: 0.9 }, mustRefute: ["heads"] } },
  prepare: ({ p }) => p,
  *evidence(p, { key }) {
    const stream = key.stream();
    for (;;) yield { heads: bernoulli(stream, p) };
  },
};
