import { atMost, type Decision, type Key, MeanTest, type OneSidedClaim, theorem } from "simverdict";
import { LAWS } from "./bounded-laws.js";
import { hoeffdingWidth, normalWidth, peeking } from "./peeking.js";

/** Error rate that the rules under test are asked to keep. */
const LEVEL = 0.05;
/** Distance of the mean from the margin where it is on the wrong side, in standard deviations. */
const GAP = 0.2;

/** Decides where the mean lies from the margin, looking after every observation. */
type Rule = (z: Float64Array, margin: number) => Decision;

const betting: Rule = (z, margin) => {
  const test = new MeanTest(margin, LEVEL);
  test.observe(z);
  return test.decision;
};

const POSITIONS = [
  { name: "at-most-at-margin", shift: 0, wrong: "above", said: "at most m, with the mean at m, is refuted" },
  { name: "at-least-at-margin", shift: 0, wrong: "below", said: "at least m, with the mean at m, is refuted" },
  { name: "at-most-beyond", shift: GAP, wrong: "below", said: "at most m, with the mean above m, is upheld" },
  { name: "at-least-beyond", shift: -GAP, wrong: "above", said: "at least m, with the mean below m, is upheld" },
] as const;

const claims: Record<string, OneSidedClaim> = Object.fromEntries(
  Object.entries(LAWS).flatMap(([law, { title }]) =>
    POSITIONS.map(({ name, said }) => [
      `${law}-${name}`,
      atMost(LEVEL, { of: `1[${said}], ${title}`, range: [0, 1], because: "Ville's inequality at level .05" }),
    ]),
  ),
);

theorem("foundations/verdict-error", {
  title: "A sequential verdict is wrong with probability below its α, whenever it stops",
  statement: "P(some n: the decision at n is wrong) ≤ α = .05 for the betting test of a bounded mean",
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 4; Ville's inequality" },
  assumptions: ["observations are independent and lie in the stated range", "one looks after every observation"],
  claims,
  budget: {
    smoke: { samples: 20_000, horizon: 2_000 },
    standard: { samples: 20_000, horizon: 10_000 },
  },
  world: { rule: betting },
  falsifiers: {
    "peeked normal interval": {
      breaks: "the rule: a fixed-n normal interval, looked at after every observation",
      world: { rule: peeking(normalWidth(LEVEL)) },
      mustRefute: ["bernoulli-at-most-at-margin", "beta-at-most-at-margin", "skewed-at-least-at-margin"],
    },
    "peeked Hoeffding interval": {
      breaks: "the rule: a fixed-n Hoeffding interval, looked at after every observation",
      world: { rule: peeking(hoeffdingWidth(LEVEL)) },
      mustRefute: ["bernoulli-at-most-at-margin", "bernoulli-at-least-at-margin"],
    },
  },
  prepare: ({ rule }) => rule,
  *evidence(rule, { key, budget, claims: pending }) {
    for (let i = 0; ; i++) yield decide(rule, key.fold(i), budget.horizon, pending);
  },
});

/** One decision for every law and position: 1 where it is wrong. */
function decide(rule: Rule, key: Key, horizon: number, pending: ReadonlySet<string>): Record<string, number> {
  const wrong: Record<string, number> = {};
  for (const [name, law] of Object.entries(LAWS)) {
    for (const shift of new Set(POSITIONS.map((position) => position.shift))) {
      const positions = POSITIONS.filter((p) => p.shift === shift && pending.has(`${name}-${p.name}`));
      if (positions.length === 0) continue;
      const stream = key.fold(name).fold(shift).stream();
      const z = Float64Array.from({ length: horizon }, () => law.sample(stream));
      const decision = rule(z, law.mean - shift * law.sd);
      for (const position of positions) wrong[`${name}-${position.name}`] = decision === position.wrong ? 1 : 0;
    }
  }
  return wrong;
}
