import fc from "fast-check";
import { atLeast, atMost, type Context, forAll, type MeanClaim, normalCdf, type Simulator, squaredError, theorem } from "simverdict";
import { type Draws, type NetBudget, predictDrawn, type Predictor, testBatches, trainNets } from "./predictors.js";
import { maximumLikelihoodCapacity, maximumObserved, mean, minimumNormSplit, nextObservation, type Rule } from "./unobservable-learners.js";
import { type Confusable, growths, populations, type Series } from "./unobservable-worlds.js";

/** Two parameters with different targets and (nearly) the same law of x, and rules for x. */
interface TwoPoints<Theta> {
  readonly title: string;
  readonly worlds: Confusable<Theta>;
  readonly points: readonly [Theta, Theta];
  /** Distance of the two means of x in standard deviations of the noise. */
  readonly separation: number;
  readonly rules: Readonly<Record<string, Rule>>;
}

/** The bound as it is claimed, and how the learners come about. */
interface Judging<Theta> {
  /** The bound is this times (D²/4)(1 − TV). */
  readonly factor: number;
  /** Whether every learner is shown the label. */
  readonly seesLabel: boolean;
  /** What the SGNN is trained on. */
  readonly training: Simulator<Theta, Series>;
}

/** Trained nets and fixed rules, and the bound that they are held against. */
interface Prepared {
  readonly factor: number;
  readonly seesLabel: boolean;
  readonly sgnn: readonly Predictor<Series>[];
  readonly rules: Readonly<Record<string, Rule>>;
}

/** A rule that is constant on intervals of the projection in which the two points differ; its values are shares of D. */
interface StepRule {
  readonly cuts: readonly number[];
  readonly values: readonly number[];
}

/** Rounding of sums of numbers of order 1. */
const ROUNDING = 1e-9;
/** Where the errors of whole populations are saturated. */
const SATURATION = 4;
const BATCH = 64;

/** Values about both targets, among them both and the midpoint. */
const stepRules: fc.Arbitrary<StepRule> = fc
  .record({
    cuts: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 6 }),
    values: fc.array(fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: -2, max: 3, noNaN: true })), { minLength: 7, maxLength: 7 }),
  })
  .map(({ cuts, values }) => ({ cuts: [...cuts].sort((a, b) => a - b), values: values.slice(0, cuts.length + 1) }));

function lowerBoundTheorem<Theta>(name: string, { title, worlds, points, separation, rules }: TwoPoints<Theta>): void {
  const { own, other, difference, midpoint } = worlds;
  const targets = points.map(own.target);
  const squaredDistance = (targets[1] - targets[0]) ** 2;
  const bound = (squaredDistance / 4) * (2 - 2 * normalCdf(separation / 2));
  const loss = (f: number, y: number): number => Math.min(squaredDistance, (f - y) ** 2);

  /** ½ E_0 ℓ + ½ E_1 ℓ of a step rule: the projection is N(∓δ/2, 1). */
  const exactRisk = ({ cuts, values }: StepRule, seesLabel: boolean): number => {
    const edges = [-Infinity, ...cuts, Infinity];
    return targets.reduce((total, y, w) => {
      const below = edges.map((edge) => normalCdf(edge - (w - 0.5) * separation));
      const losses = values.map((value) => (seesLabel ? 0 : loss(targets[0] + value * (targets[1] - targets[0]), y)));
      return total + losses.reduce((sum, l, i) => sum + l * (below[i + 1] - below[i]), 0) / 2;
    }, 0);
  };
  const learner = (of: string): MeanClaim =>
    atLeast(0, {
      of: `½ ℓ_0(f(x_0)) + ½ ℓ_1(f(x_1)) − (D²/4)(1 − TV), f = ${of}, ℓ_w(a) = min(D², (a − y_w)²), x_0 and x_1 with common noise`,
      range: [-2 * bound, squaredDistance],
      because: "½ (ℓ_0 + ℓ_1) ≥ D²/4 wherever both laws of x have mass, which is 1 − TV of it (Le Cam)",
    });
  const gain = { of: "min(4, (f_n(x) − y)²) − min(4, (m(x) − y)²), m the midpoint rule", range: [-SATURATION, SATURATION] } as const;
  const learners = [...Object.keys(rules), "next-observation", "sgnn"];
  const hypothesis: Judging<Theta> = { factor: 1, seesLabel: false, training: own };

  theorem(`sgnn/unobservable-lower-bound/${name}`, {
    title: `No learner finds what the data do not hold: ${title}`,
    statement:
      "½ E_0 ℓ + ½ E_1 ℓ ≥ (D²/4)(1 − TV) for every rule f(x), ℓ = min(D², (f − y)²): the SGNN's gain is prior information, which costs as much in another world",
    source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "unobservable targets; Le Cam's two points" },
    assumptions: ["a learner reads x only", "two parameters with targets D apart, whose laws of x are TV apart"],
    claims: {
      "random-rules": forAll(stepRules, {
        of: "½ E_0 ℓ + ½ E_1 ℓ ≥ (D²/4)(1 − TV) for rules of up to 7 steps, in closed form",
        because: "Le Cam's two points; 1e-9 is rounding",
        runs: { smoke: 2_000, standard: 20_000 },
        holds: (rule, { factor, seesLabel }: Prepared) => exactRisk(rule, seesLabel) >= factor * bound - ROUNDING,
      }),
      ...Object.fromEntries(learners.map((of) => [of, learner(of)])),
      "right-world": atMost(0, { ...gain, because: "where its prior is right, the SGNN comes near the Bayes risk, the midpoint does not" }),
      "wrong-world": atLeast(0, { ...gain, because: "where it is wrong, the SGNN is twice as far off as the midpoint, and x does not tell" }),
    },
    budget: {
      smoke: { samples: 50_000, simulations: 10_000, steps: 1_500, nets: 1 },
      standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 3 },
    },
    world: hypothesis,
    falsifiers: {
      "sees the label": { breaks: "learners read x only: each is told y", world: { seesLabel: true }, mustRefute: ["random-rules", ...learners] },
      "factor forgotten": {
        breaks: "the constant: (D²/2)(1 − TV), which the midpoint beats",
        world: { factor: 2 },
        mustRefute: ["random-rules", "sgnn"],
      },
      "trained in the other world": {
        breaks: `which world is the wrong one: the SGNN is trained on ${difference}`,
        world: { training: other },
        mustRefute: ["right-world", "wrong-world"],
      },
    },
    async prepare({ factor, seesLabel, training }, { key, budget, claims }: Context<Judging<Theta>, NetBudget>): Promise<Prepared> {
      const sgnn = await trainNets({ simulator: training, features: own.features, target: own.target, loss: squaredError }, budget, key);
      const forecast = claims.has("next-observation") && !seesLabel ? await nextObservation(own, key.fold("next")) : mean;
      return { factor, seesLabel, sgnn, rules: { ...rules, "next-observation": forecast } };
    },
    *evidence({ factor, seesLabel, sgnn, rules: fixed }, { key, budget, claims }) {
      const populationsOf = { "right-world": testBatches(own, budget.nets, key.fold("own")), "wrong-world": testBatches(other, budget.nets, key.fold("other")) };
      for (let batch = 0; ; batch++) {
        const found: Record<string, number[]> = {};
        const keys = Array.from({ length: BATCH }, (_, i) => key.fold(batch).fold(i));
        const xs = points.map((theta) => keys.map((k) => own.simulate(k.fold("x"), theta)));
        const nets = keys.map((k) => Math.floor(k.fold("net").stream().uniform() * budget.nets));
        const sgnnGuesses = (of: readonly Series[]): number[] => predictDrawn(sgnn, { xs: of, nets, thetas: [] }).map(([f]) => f);
        for (const of of learners) {
          if (!claims.has(of)) continue;
          const guesses = xs.map((series) => (of === "sgnn" ? sgnnGuesses(series) : series.map(fixed[of])));
          found[of] = keys.map((_, i) => targets.reduce((sum, y, w) => sum + loss(seesLabel ? y : guesses[w][i], y) / 2, -factor * bound));
        }
        for (const [claim, batches] of Object.entries(populationsOf)) {
          if (!claims.has(claim)) continue;
          const draws = batches.next().value as Draws<Theta, Series>;
          found[claim] = predictDrawn(sgnn, draws).map(([f], i) => {
            const [sgnnError, midpointError] = [f, midpoint(draws.xs[i])].map((guess) => (guess - own.target(draws.thetas[i])) ** 2);
            return Math.min(SATURATION, sgnnError) - Math.min(SATURATION, midpointError);
          });
        }
        yield found;
      }
    },
  });
}

lowerBoundTheorem("reporting-confounded", {
  title: "incidence and reporting show only as their product",
  worlds: populations,
  points: [
    { logIncidence: Math.log(200), logReporting: Math.log(0.4) },
    { logIncidence: Math.log(400), logReporting: Math.log(0.2) },
  ],
  separation: 0,
  rules: { "maximum-likelihood": mean, "maximum-observed": maximumObserved, "minimum-norm-split": minimumNormSplit },
});

const capacities = [
  { logRate: Math.log(0.3), logCapacity: Math.log(500) },
  { logRate: Math.log(0.298), logCapacity: Math.log(2000) },
] as const;
const [slow, fast] = capacities.map(growths.own.path);
lowerBoundTheorem("early-growth", {
  title: "capacities of 500 and 2,000 make the same beginnings",
  worlds: growths,
  points: capacities,
  separation: Math.hypot(...slow.map((value, t) => (value - fast[t]) / 0.1)),
  rules: { "maximum-likelihood": maximumLikelihoodCapacity, "maximum-observed": maximumObserved },
});
