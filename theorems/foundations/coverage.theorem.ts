import fc from "fast-check";
import { atMost, confidenceInterval, forAll, type Interval, MeanTest, type OneSidedClaim, theorem } from "simverdict";
import { LAWS } from "./bounded-laws.js";
import { hoeffdingWidth, normalWidth, peeking } from "./peeking.js";

/** Probability of a miss that the sequences under test are allowed, both sides together. */
const LEVEL = 0.05;

/** A step across a bound, which is found to 1e-8. */
const NEXT = 1e-7;

/** Whether a capital at this mean has reached 2/α now. */
function rejected(z: readonly number[], mean: number): boolean {
  const test = new MeanTest(mean, Number.MIN_VALUE);
  test.observe(z);
  return Math.max(test.logE.above, test.logE.below) >= Math.log(2 / LEVEL);
}

/** A confidence sequence: its interval at one time, and whether it ever excludes a mean. */
interface Sequence {
  readonly interval: (z: ArrayLike<number>) => Interval;
  readonly everExcludes: (z: Float64Array, mean: number) => boolean;
}

/** The betting confidence sequence; by duality it excludes m at time n exactly when a capital at m reaches 2/α. */
const betting = (level: number): Sequence => ({
  interval: (z) => confidenceInterval(z, level),
  everExcludes: (z, mean) => {
    const test = new MeanTest(mean, level / 2);
    test.observe(z);
    return test.decision !== "undecided";
  },
});

/** A fixed-n interval, two-sided at the level, taken as if it held at all times. */
const fixed = (halfWidth: (n: number, sd: number) => number): Sequence => ({
  ...betting(LEVEL),
  everExcludes: (z, mean) => peeking(halfWidth)(z, mean) !== "undecided",
});

const misses: Record<string, OneSidedClaim> = Object.fromEntries(
  Object.entries(LAWS).map(([law, { title }]) => [
    `${law}-missed`,
    atMost(LEVEL, { of: `1[the mean is outside at some time], ${title}`, range: [0, 1], because: "Ville's inequality at 2/α a side" }),
  ]),
);

theorem("foundations/coverage", {
  title: "The confidence sequence contains the mean at all times",
  statement: "P(some n: μ outside the interval at n) ≤ α = .05, both sides together",
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 4.3, inverting a test martingale for every mean" },
  assumptions: ["observations are independent and lie in the stated range", "one looks after every observation"],
  claims: {
    ...misses,
    duality: forAll(
      fc.array(fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 }),
      {
        of: "just outside the interval a capital has reached 2/α now, just inside none has",
        because: "the interval is by definition the set of means at which neither has (found to 1e-7)",
        runs: { smoke: 2000, standard: 10_000 },
        holds: (z, { interval }: Sequence) => {
          const { lower, upper } = interval(z);
          const outside = [lower - NEXT, upper + NEXT].filter((mean) => mean >= 0 && mean <= 1);
          const inside = [lower + NEXT, upper - NEXT].filter((mean) => mean > lower && mean < upper);
          return outside.every((mean) => rejected(z, mean)) && !inside.some((mean) => rejected(z, mean));
        },
      },
    ),
  },
  budget: {
    smoke: { samples: 20_000, horizon: 2_000 },
    standard: { samples: 20_000, horizon: 10_000 },
  },
  world: { sequence: betting(LEVEL) },
  falsifiers: {
    "both sides at 1/α": {
      breaks: "the level: each side is inverted at α, so that together they may miss twice as often",
      world: { sequence: betting(2 * LEVEL) },
      mustRefute: ["duality"],
    },
    "peeked normal interval": {
      breaks: "the sequence: a fixed-n normal interval at every n",
      world: { sequence: fixed(normalWidth(LEVEL / 2)) },
      mustRefute: ["bernoulli-missed", "beta-missed", "skewed-missed"],
    },
    "peeked Hoeffding interval": {
      breaks: "the sequence: a fixed-n Hoeffding interval at every n",
      world: { sequence: fixed(hoeffdingWidth(LEVEL / 2)) },
      mustRefute: ["bernoulli-missed"],
    },
  },
  prepare: ({ sequence }) => sequence,
  *evidence({ everExcludes }, { key, budget, claims: pending }) {
    for (let i = 0; ; i++) {
      const missed: Record<string, number> = {};
      for (const [name, law] of Object.entries(LAWS)) {
        if (!pending.has(`${name}-missed`)) continue;
        const stream = key.fold(i).fold(name).stream();
        const z = Float64Array.from({ length: budget.horizon }, () => law.sample(stream));
        missed[`${name}-missed`] = everExcludes(z, law.mean) ? 1 : 0;
      }
      yield missed;
    }
  },
});
