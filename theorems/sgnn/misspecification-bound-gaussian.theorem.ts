import fc from "fast-check";
import { atMost, type Context, forAll, normal, normalCdf, type Simulator, squaredError, theorem } from "simverdict";
import { type NetBudget, predictDrawn, type Predictor, testBatches, trainNets } from "./predictors.js";

/** A parameter, and noise in units of its standard deviation. */
interface Draw {
  readonly theta: number;
  readonly epsilon: number;
}

/** The inequalities as they are claimed, and the reality in which they are judged. */
interface Bounds {
  /** B times this, times TV, bounds the difference of risks. */
  readonly factor: number;
  /** B as the bound takes it. */
  readonly bound: number;
  /** Which total variation: of the joint law of (x, y), or of x alone. */
  readonly of: "joint" | "x";
  /** Where the squared error is cut off. */
  readonly cap: number;
  /** d: in reality x is larger by so many standard deviations of its noise. */
  readonly shift: number;
  /** y = θ in the simulator; in reality θ times this. */
  readonly sign: 1 | -1;
}

/** The bounds, and nets trained in the simulator. */
interface Prepared extends Bounds {
  readonly nets: readonly Predictor<number>[];
}

/** Standard deviation of x given θ. */
const NOISE = 0.5;
/** E[θ | x] = SHRINKAGE · x. */
const SHRINKAGE = 1 / (1 + NOISE ** 2);
const ROUNDING = 1e-9;
/** The largest cut-off in a falsifier. */
const LARGEST = 4;

/** θ ~ N(0, 1), x = θ + .5 ε. */
const simulator: Simulator<Draw, number> = {
  id: "gaussian location",
  prior: {
    sample(key) {
      const stream = key.stream();
      return { theta: normal(stream), epsilon: normal(stream) };
    },
  },
  simulate: (_, { theta, epsilon }) => theta + NOISE * epsilon,
};

/** sup |P(A) − Q(A)| of two normal laws whose means are d standard deviations apart. */
const normalVariation = (d: number): number => 2 * normalCdf(d / 2) - 1;

/** The shift moves x by d of its noise given θ, and by less in units of the spread of x alone. */
const variation = ({ of, shift }: Bounds): number => normalVariation(of === "joint" ? shift : (shift * NOISE) / Math.hypot(1, NOISE));

/** ½ ∫ |φ(x) − φ(x − d)| dx by Simpson's rule on the half-line beyond d/2, where the second density is the larger. */
function integratedVariation(d: number): number {
  const [steps, width] = [800, 10 + d / 2];
  const h = width / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = d / 2 + i * h;
    const difference = Math.exp(-0.5 * (x - d) ** 2) - Math.exp(-0.5 * x ** 2);
    sum += difference * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

/** Fractions with small numerators, so that a counterexample can be read. */
const eighths = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: 8 * from, max: 8 * to }).map((n) => n / 8);
const shifts = eighths(0, 8);
/** Losses in [0, 1] that are constant on up to 7 intervals, their ends in units of d. */
const steps = fc.record({
  d: shifts,
  cuts: fc.array(fc.oneof(fc.constant(0.5), eighths(-2, 3)), { maxLength: 6 }),
  losses: fc.array(fc.oneof(fc.constantFrom(0, 1), eighths(0, 1)), { minLength: 7, maxLength: 7 }),
});

const hypothesis: Bounds = { factor: 1, bound: 1, of: "joint", cap: 1, shift: 3, sign: 1 };

theorem("sgnn/misspecification-bound-gaussian", {
  title: "The misspecification bound in a shifted Gaussian world: attained, and obeyed by a trained net",
  statement:
    "|R_Q(f) − R_P(f)| ≤ B TV and R_Q(f) − R_Q* ≤ R_P(f) − R_P* + 2B TV; for a shift by d standard deviations TV = 2Φ(d/2) − 1, and f = 1[x > d/2] attains it",
  source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "the misspecification bound" },
  assumptions: ["TV is sup |P(A) − Q(A)| of the joint law of (x, y)", "losses lie in [0, B]"],
  claims: {
    attained: forAll(shifts, {
      of: "|R_Q(f) − R_P(f)| = TV, y = 0, loss |f − y|, f = 1[x > d/2], TV by integration of the densities",
      because: "f is wrong exactly where Q has the larger density; 1e-9 is rounding",
      runs: 200,
      holds: (d, { factor }: Prepared) => {
        const [inP, inQ] = [normalCdf(-d / 2), normalCdf(d / 2)];
        return Math.abs(inQ - inP - factor * integratedVariation(d)) <= ROUNDING;
      },
    }),
    rules: forAll(steps, {
      of: "|R_Q(f) − R_P(f)| ≤ TV for rules of up to 7 steps, in closed form",
      because: "E_Q g − E_P g ≤ TV for 0 ≤ g ≤ 1; 1e-9 is rounding",
      runs: { smoke: 2_000, standard: 20_000 },
      holds: ({ d, cuts, losses }, { factor }: Prepared) => {
        const edges = [-Infinity, ...cuts.map((cut) => cut * d).sort((a, b) => a - b), Infinity];
        const riskAt = (centre: number): number => {
          const below = edges.map((edge) => normalCdf(edge - centre));
          return below.slice(1).reduce((sum, p, i) => sum + losses[i] * (p - below[i]), 0);
        };
        return Math.abs(riskAt(d) - riskAt(0)) <= factor * normalVariation(d) + ROUNDING;
      },
    }),
    "risk-difference": atMost(0, {
      of: "ℓ_Q − ℓ_P − B TV, ℓ = min(1, (f_n(x) − y)²), the same (θ, ε) in both worlds",
      range: [-LARGEST - 1, LARGEST],
      because: "the bound, for a net trained in P and used in Q",
    }),
    "risk-difference-reversed": atMost(0, {
      of: "ℓ_P − ℓ_Q − B TV",
      range: [-LARGEST - 1, LARGEST],
      because: "the bound has two sides",
    }),
    "excess-risk": atMost(0, {
      of: "(ℓ_Q − ℓ_Q*) − (ℓ_P − ℓ_P*) − 2B TV, starred for the Bayes rules of the two worlds",
      range: [-2 * LARGEST - 2, 2 * LARGEST],
      because: "the risk difference at f and at the Bayes rules",
    }),
  },
  budget: {
    smoke: { samples: 50_000, simulations: 4_000, steps: 500, nets: 1 },
    standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 3 },
  },
  world: hypothesis,
  falsifiers: {
    "half the bound": { breaks: "the constant: B TV / 2", world: { factor: 0.5 }, mustRefute: ["attained", "rules", "risk-difference"] },
    "TV of x alone": {
      breaks: "the distance: it cannot see that every label changes its sign",
      world: { of: "x", shift: 0, sign: -1 },
      mustRefute: ["risk-difference", "excess-risk"],
    },
    "unbounded loss": {
      breaks: "the bounded loss: B is taken as 1 while losses reach 4",
      world: { cap: LARGEST },
      mustRefute: ["risk-difference"],
    },
  },
  async prepare(bounds, { key, budget }: Context<Bounds, NetBudget>): Promise<Prepared> {
    const problem = { simulator, features: (x: number) => [x], target: ({ theta }: Draw) => theta, loss: squaredError };
    return { ...bounds, nets: await trainNets(problem, budget, key) };
  },
  *evidence({ nets, ...bounds }, { key, budget }) {
    const { factor, bound, cap, shift, sign } = bounds;
    const allowed = factor * bound * variation(bounds);
    const loss = (f: number, y: number): number => Math.min(cap, (f - y) ** 2);
    for (const draws of testBatches(simulator, budget.nets, key)) {
      const offset = NOISE * shift;
      const inP = predictDrawn(nets, draws).map(([f]) => f);
      const inQ = predictDrawn(nets, { ...draws, xs: draws.xs.map((x) => x + offset) }).map(([f]) => f);
      const risks = draws.thetas.map(({ theta }, i) => {
        const best = SHRINKAGE * draws.xs[i];
        return { p: loss(inP[i], theta), q: loss(inQ[i], sign * theta), leastP: loss(best, theta), leastQ: loss(sign * best, sign * theta) };
      });
      yield {
        "risk-difference": risks.map(({ p, q }) => q - p - allowed),
        "risk-difference-reversed": risks.map(({ p, q }) => p - q - allowed),
        "excess-risk": risks.map(({ p, q, leastP, leastQ }) => q - leastQ - (p - leastP) - 2 * allowed),
      };
    }
  },
});
