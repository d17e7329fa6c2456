import { atMost, bernoulli, beta, MeanTest, type OneSidedClaim, type Stream, theorem } from "simverdict";

/** Error rate at which the decisions are taken: the default of every verdict. */
const ALPHA = 1e-5;
/** How many times the sample size of the best constant bet a decision may take. */
const FACTOR = 2.5;
/** Share of decisions that may take longer. */
const SLOW = 0.05;

/** A law on [0, 1] whose mean is below a margin. */
interface Case {
  readonly title: string;
  readonly margin: number;
  readonly sample: (stream: Stream) => number;
  /** E g(Z), exactly or by quadrature. */
  readonly expectation: (g: (z: number) => number) => number;
}

/** How many observations a test takes to decide that the mean is below the margin; ∞ if it has not by the end. */
type Test = (z: Float64Array, margin: number) => number;

const betting: Test = (z, margin) => {
  const test = new MeanTest(margin, ALPHA);
  const taken = test.observe(z);
  return test.decision === "below" ? taken : Infinity;
};

/** Capital Π exp(λ_t (m − z_t) − λ_t² / 8), valid by Hoeffding's lemma, with the usual predictable λ_t. */
const hoeffdingBets: Test = (z, margin) => {
  let logCapital = 0;
  for (let t = 1; t <= z.length; t++) {
    const bet = Math.min(1, Math.sqrt((8 * -Math.log(ALPHA)) / (t * Math.log(t + 1))));
    logCapital += bet * (margin - z[t - 1]) - bet ** 2 / 8;
    if (logCapital >= -Math.log(ALPHA)) return t;
  }
  return Infinity;
};

const fixedSmallBet: Test = (z, margin) => {
  let logCapital = 0;
  for (let t = 1; t <= z.length; t++) {
    logCapital += Math.log1p((0.01 / (1 - margin)) * (margin - z[t - 1]));
    if (logCapital >= -Math.log(ALPHA)) return t;
  }
  return Infinity;
};

const discrete = (law: readonly (readonly [value: number, probability: number])[]) => ({
  sample: (stream: Stream): number => {
    let u = stream.uniform();
    for (const [value, probability] of law) if ((u -= probability) < 0) return value;
    return law.at(-1)![0];
  },
  expectation: (g: (z: number) => number): number => law.reduce((sum, [value, p]) => sum + p * g(value), 0),
});

const bernoulliLaw = (p: number) => ({ ...discrete([[1, p], [0, 1 - p]]), sample: (s: Stream) => bernoulli(s, p) });

/** Beta(a, b) with a < 1: the midpoint rule after z = u^(1/a), which removes the singularity at 0. */
const betaLaw = (a: number, b: number) => {
  const points = Array.from({ length: 2_000 }, (_, i) => ((i + 0.5) / 2_000) ** (1 / a));
  const weights = points.map((z) => (1 - z) ** (b - 1));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return {
    sample: (stream: Stream) => beta(stream, a, b),
    expectation: (g: (z: number) => number): number => points.reduce((sum, z, i) => sum + weights[i] * g(z), 0) / total,
  };
};

/** 1[A wrong] − ½ 1[B wrong], rescaled from [−½, 1], for independent errors of rates a and b. */
const pairedErrors = (a: number, b: number) => {
  const scaled = (z: number): number => (z + 0.5) / 1.5;
  return discrete([[scaled(0.5), a * b], [scaled(1), a * (1 - b)], [scaled(-0.5), (1 - a) * b], [scaled(0), (1 - a) * (1 - b)]]);
};

const CASES: Readonly<Record<string, Case>> = {
  "bernoulli-far": { title: "Bernoulli(.25) against .5", margin: 0.5, ...bernoulliLaw(0.25) },
  "bernoulli-near": { title: "Bernoulli(.48) against .5", margin: 0.5, ...bernoulliLaw(0.48) },
  skewed: { title: "Beta(.4, 99.6), of mean .004, against .01", margin: 0.01, ...betaLaw(0.4, 99.6) },
  paired: { title: "errors .024 against half of .092", margin: 1 / 3, ...pairedErrors(0.024, 0.092) },
};

/** The largest growth rate E log(1 + λ(m − Z)) over the safe bets λ ≤ 1/(1 − m): concave in λ, so ternary search. */
function bestGrowth({ margin, expectation }: Case): number {
  const growth = (bet: number): number => expectation((z) => Math.log(1 + (bet / (1 - margin)) * (margin - z)));
  let [low, high] = [0, 1 - 1e-9];
  for (let step = 0; step < 40; step++) {
    const third = (high - low) / 3;
    if (growth(low + third) < growth(high - third)) low += third;
    else high -= third;
  }
  return growth(low);
}

const claims: Record<string, OneSidedClaim> = Object.fromEntries(
  Object.entries(CASES).map(([name, { title }]) => [
    name,
    atMost(SLOW, {
      of: `1[N > ${FACTOR} log(1/α) / growth of the best constant bet], ${title}`,
      range: [0, 1],
      because: "a mixture of 16 bets loses at most log 16 to its best one, and the rest is the spread of N",
    }),
  ]),
);

theorem("foundations/power", {
  title: "A verdict takes little more data than the best bet in hindsight",
  statement: `P(N > ${FACTOR} log(1/α) / max_λ E log(1 + λ(m − Z))) ≤ ${SLOW} at α = ${ALPHA}`,
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 5 and appendix B, growth rates of betting strategies" },
  assumptions: ["observations are independent and lie in the stated range"],
  claims,
  budget: { smoke: { samples: 5_000 }, standard: { samples: 20_000 } },
  world: { test: betting },
  falsifiers: {
    "Hoeffding bets": {
      breaks: "the bets: they know the range but not the spread of the data",
      world: { test: hoeffdingBets },
      mustRefute: ["skewed"],
    },
    "one small bet": {
      breaks: "the bets: a single one, 1 % of the largest safe bet",
      world: { test: fixedSmallBet },
      mustRefute: ["skewed"],
    },
  },
  prepare: ({ test }) => ({
    test,
    limits: Object.fromEntries(
      Object.entries(CASES).map(([name, law]) => [name, Math.floor((FACTOR * -Math.log(ALPHA)) / bestGrowth(law))]),
    ),
  }),
  *evidence({ test, limits }, { key, claims: pending }) {
    for (let i = 0; ; i++) {
      const slow: Record<string, number> = {};
      for (const name of pending) {
        const { sample, margin } = CASES[name];
        const stream = key.fold(i).fold(name).stream();
        const z = Float64Array.from({ length: limits[name] }, () => sample(stream));
        slow[name] = test(z, margin) > limits[name] ? 1 : 0;
      }
      yield slow;
    }
  },
});
