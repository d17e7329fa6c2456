import fc from "fast-check";
import { forAll, theorem } from "simverdict";

/** Rounding of sums of up to 512 products of numbers of order 1. */
const ROUNDING = 1e-9;
const STATES = 16;
const OUTCOMES = 32;

type Table = readonly (readonly number[])[];

/** Two joint laws of a state y and an outcome x, a bounded loss, and a learner f: x → action. */
interface Worlds {
  /** P(y, x) and Q(y, x), shape [states][outcomes], each with sum 1. */
  readonly p: Table;
  readonly q: Table;
  /** ℓ(action, y) ≥ 0, shape [actions][states]. */
  readonly loss: Table;
  /** f(x), an action for every outcome. */
  readonly f: readonly number[];
}

/** The inequalities as they are claimed; a falsifier changes a constant, the distance or the loss. */
interface Bounds {
  /** B times this, times TV, bounds the difference of risks. */
  readonly factor: number;
  /** Which total variation: of the joint law, or of x alone. */
  readonly of: "joint" | "x";
  /** B as the bound takes it. */
  readonly boundOf: (loss: Table) => number;
}

const largest = (loss: Table): number => Math.max(...loss.flat());
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const normalised = (table: Table): Table => {
  const total = sum(table.map(sum));
  return table.map((row) => row.map((weight) => weight / total));
};

/** ½ Σ |p − q|. */
const totalVariation = (p: Table, q: Table): number =>
  sum(p.map((row, y) => sum(row.map((value, x) => Math.abs(value - q[y][x]))))) / 2;

const marginalOfX = (p: Table): Table => [p[0].map((_, x) => sum(p.map((row) => row[x])))];

/** R(f) = Σ p(y, x) ℓ(f(x), y). */
const risk = (p: Table, loss: Table, f: readonly number[]): number =>
  sum(p.map((row, y) => sum(row.map((value, x) => value * loss[f[x]][y]))));

/** The action of least, or greatest, Σ_y w(y, x) ℓ(a, y) for every x. */
const extremal = (weights: Table, loss: Table, sign: 1 | -1): number[] =>
  weights[0].map((_, x) => {
    const costs = loss.map((row) => sign * sum(row.map((cost, y) => cost * weights[y][x])));
    return costs.indexOf(Math.min(...costs));
  });

const bayes = (p: Table, loss: Table): number[] => extremal(p, loss, 1);

/** Weights with zeros and spikes, so that laws can be disjoint, equal or nearly so. */
const weights = fc.array(fc.array(fc.oneof(fc.nat({ max: 4 }), fc.constantFrom(0, 100)), { minLength: OUTCOMES, maxLength: OUTCOMES }), {
  minLength: STATES,
  maxLength: STATES,
});

const worlds: fc.Arbitrary<Worlds> = fc
  .record({
    states: fc.integer({ min: 2, max: STATES }),
    outcomes: fc.integer({ min: 1, max: OUTCOMES }),
    p: weights,
    q: weights,
    zeroOne: fc.boolean(),
    costs: fc.array(fc.array(fc.constantFrom(0, 0.25, 0.5, 1, 3), { minLength: STATES, maxLength: STATES }), { minLength: 2, maxLength: 4 }),
    learner: fc.constantFrom("random", "bayes P", "bayes Q", "adversarial"),
    choices: fc.array(fc.nat({ max: 15 }), { minLength: OUTCOMES, maxLength: OUTCOMES }),
  })
  .map(({ states, outcomes, p, q, zeroOne, costs, learner, choices }) => {
    // One weight is raised, so that a law of zeros only cannot come out.
    const law = (table: Table): Table =>
      normalised(table.slice(0, states).map((row, y) => row.slice(0, outcomes).map((w, x) => (x + y === 0 ? w + 1 : w))));
    const [P, Q] = [law(p), law(q)];
    const loss = zeroOne
      ? Array.from({ length: states }, (_, a) => Array.from({ length: states }, (_, y) => (a === y ? 0 : 1)))
      : costs.map((row) => row.slice(0, states));
    const learners = {
      random: () => choices.slice(0, outcomes).map((choice) => choice % loss.length),
      "bayes P": () => bayes(P, loss),
      "bayes Q": () => bayes(Q, loss),
      adversarial: () => extremal(Q.map((row, y) => row.map((value, x) => value - P[y][x])), loss, -1),
    };
    return { p: P, q: Q, loss, f: learners[learner]() };
  });

const distance = ({ p, q }: Worlds, { of }: Bounds): number =>
  of === "joint" ? totalVariation(p, q) : totalVariation(marginalOfX(p), marginalOfX(q));

/** Probabilities in sixteenths, for worlds in which the constants are attained: no x, two labels, the 0/1 loss. */
const probability = fc.nat({ max: 16 }).map((n) => n / 16);
const attaining = fc.record({ p: probability, q: probability });
const binary = (p: number): Table => [[1 - p], [p]];
const zeroOne: Table = [[0, 1], [1, 0]];

/** Priors and kernels of two simulators, and a label for every state. */
const simulators = fc
  .record({
    states: fc.integer({ min: 2, max: STATES }),
    outcomes: fc.integer({ min: 1, max: OUTCOMES }),
    priors: fc.tuple(weights, weights),
    kernels: fc.tuple(weights, weights),
    labels: fc.array(fc.nat({ max: 3 }), { minLength: STATES, maxLength: STATES }),
  })
  .map(({ states, outcomes, priors, kernels, labels }) => {
    const simplex = (row: readonly number[], length: number): readonly number[] =>
      normalised([row.slice(0, length).map((w, i) => (i === 0 ? w + 1 : w))])[0];
    return {
      priors: priors.map(([row]) => simplex(row, states)),
      kernels: kernels.map((table) => table.slice(0, states).map((row) => simplex(row, outcomes))),
      labels,
    };
  });

/** The law of (label, x) from that of (θ, x). */
const labelled = (joint: Table, labels: readonly number[]): Table =>
  [0, 1, 2, 3].map((label) => joint[0].map((_, x) => sum(joint.map((row, theta) => (labels[theta] === label ? row[x] : 0)))));

const hypothesis: { readonly bounds: Bounds } = { bounds: { factor: 1, of: "joint", boundOf: largest } };

theorem("sgnn/misspecification-bound", {
  title: "Total variation between simulator and reality bounds what misspecification can cost",
  statement: "|R_Q(f) − R_P(f)| ≤ B TV(P, Q) and R_Q(f) − R_Q* ≤ R_P(f) − R_P* + 2B TV(P, Q), for every f and losses in [0, B]",
  source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "the misspecification bound" },
  assumptions: ["TV is sup |P(A) − Q(A)| of the joint law of (x, y)", "losses lie in [0, B]"],
  claims: {
    "risk-difference": forAll(worlds, {
      of: "|R_Q(f) − R_P(f)| ≤ B TV, by enumeration of up to 16 × 32 outcomes",
      because: "E_Q g − E_P g ≤ sup g · TV for 0 ≤ g ≤ B; 1e-9 is rounding",
      runs: { smoke: 2_000, standard: 20_000 },
      holds: (world: Worlds, bounds: Bounds) => {
        const { p, q, loss, f } = world;
        const bound = bounds.factor * bounds.boundOf(loss) * distance(world, bounds);
        return Math.abs(risk(q, loss, f) - risk(p, loss, f)) <= bound + ROUNDING;
      },
    }),
    "excess-risk": forAll(worlds, {
      of: "R_Q(f) − R_Q* ≤ R_P(f) − R_P* + 2B TV, by enumeration",
      because: "the risk difference at f and at the Bayes rules; 1e-9 is rounding",
      runs: { smoke: 2_000, standard: 20_000 },
      holds: (world: Worlds, bounds: Bounds) => {
        const { p, q, loss, f } = world;
        const excess = (law: Table): number => risk(law, loss, f) - risk(law, loss, bayes(law, loss));
        const bound = 2 * bounds.factor * bounds.boundOf(loss) * distance(world, bounds);
        return excess(q) <= excess(p) + bound + ROUNDING;
      },
    }),
    chain: forAll(simulators, {
      of: "TV(y, x) ≤ TV(θ, x) ≤ TV(prior) + E_P TV(kernel), y a function of θ",
      because: "a function cannot tell laws apart better, and the triangle inequality; 1e-9 is rounding",
      runs: { smoke: 1_000, standard: 10_000 },
      holds: ({ priors, kernels, labels }, { factor }: Bounds) => {
        const [p, q] = priors.map((prior, i) => kernels[i].map((row, theta) => row.map((value) => value * prior[theta])));
        const ofLabels = totalVariation(labelled(p, labels), labelled(q, labels));
        const ofStates = totalVariation(p, q);
        const ofKernels = sum(kernels[0].map((row, theta) => priors[0][theta] * totalVariation([row], [kernels[1][theta]])));
        const ofPieces = totalVariation([priors[0]], [priors[1]]) + ofKernels;
        return ofLabels <= factor * ofStates + ROUNDING && ofStates <= factor * ofPieces + ROUNDING;
      },
    }),
    attained: forAll(attaining, {
      of: "|R_Q(f) − R_P(f)| = TV for the 0/1 loss, y binary and f wrong where Q is the larger",
      because: "the bound's constant cannot be smaller; 1e-9 is rounding",
      runs: 300,
      holds: ({ p, q }, { factor }: Bounds) => {
        const laws = [binary(p), binary(q)] as const;
        const wrongWhereLarger = [q > p ? 0 : 1];
        const difference = Math.abs(risk(laws[1], zeroOne, wrongWhereLarger) - risk(laws[0], zeroOne, wrongWhereLarger));
        return Math.abs(difference - factor * totalVariation(...laws)) <= ROUNDING;
      },
    }),
    "excess-attained": forAll(probability, {
      of: "R_Q(f) − R_Q* = R_P(f) − R_P* + 2 TV for P(y = 1) = ½, Q(y = 1) = ½ + ε, f = 0 and the 0/1 loss",
      because: "f is a Bayes rule in P and the worst one in Q, at excess 2ε; 1e-9 is rounding",
      runs: 100,
      holds: (twiceEpsilon, { factor }: Bounds) => {
        const laws = [binary(0.5), binary(0.5 + twiceEpsilon / 2)] as const;
        const [inP, inQ] = laws.map((law) => risk(law, zeroOne, [0]) - risk(law, zeroOne, bayes(law, zeroOne)));
        return Math.abs(inQ - inP - 2 * factor * totalVariation(...laws)) <= ROUNDING;
      },
    }),
  },
  budget: { smoke: { samples: 1 } },
  world: hypothesis,
  falsifiers: {
    "half the bound": {
      breaks: "the constant: B TV / 2",
      world: { bounds: { factor: 0.5, of: "joint", boundOf: largest } },
      mustRefute: ["risk-difference", "chain", "attained", "excess-attained"],
    },
    "TV of x alone": {
      breaks: "the distance: it cannot see that labels changed",
      world: { bounds: { factor: 1, of: "x", boundOf: largest } },
      mustRefute: ["risk-difference", "excess-risk"],
    },
    "unbounded loss": {
      breaks: "the bounded loss: B is taken as 1 while losses reach 3",
      world: { bounds: { factor: 1, of: "joint", boundOf: () => 1 } },
      mustRefute: ["risk-difference"],
    },
  },
  prepare: ({ bounds }) => bounds,
});
