import {
  atLeast,
  atMost,
  calibrateThresholds,
  chosenClass,
  type ClassPrediction,
  type Context,
  criterionSelection,
  crossEntropy,
  type Evidence,
  type Falsifier,
  type Key,
  likelihoodRatioTest,
  type Mechanism,
  mechanismLikelihoods,
  type MechanismLikelihoods,
  type MechanismLikelihoodsOptions,
  type MechanismWorld,
  mechanismWorld,
  regret,
  type SgnnProblem,
  type Simulator,
  type Tiered,
} from "simverdict";
import { type NetBudget, predictDrawn, type Predictor, shuffled, testBatches } from "./predictors.js";

/** Observed values in order of time. */
export type Series = readonly number[];

/** What a tier spends on fits beside nets. */
export interface ContestBudget extends NetBudget {
  /** Starts of every fit, the truth not counted. */
  readonly starts: number;
}

/** A case, and what the net makes of it. */
export interface Judged {
  readonly x: Series;
  readonly theta: Mechanism;
  readonly predicted: ClassPrediction;
}

/** One bounded observation. */
export type Measure = (judged: Judged) => number;

/** A rule that names a mechanism; the truth is there to help an optimiser. */
export type Rival = (x: Series, truth: Mechanism) => number;

/** Maximum likelihoods of a series, found with the truth as one more start: a failure is never the optimiser's. */
export interface HelpedFits {
  readonly likelihoods: MechanismLikelihoods;
  readonly values: (x: Series, truth: Mechanism) => number[];
}

/** Cases between two looks at what is still to be settled: a fit costs milliseconds, and a posterior tens of them. */
const SLICE = 16;

export const SOURCE = { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "mechanism selection, half the error of AIC" };

/** What every contest with AIC grants. */
export const FAIR_FITS = ["training and test pairs come from one simulator", "AIC's fits start from the truth too, so that they do not fail"];

/** What makes an approximate posterior one to compare with; the numbers stand beside each theorem. */
export const GUARDED_ORACLE = "the importance-sampling oracle passes its guard: median ESS ≥ 30, TV of replicates < .02";

const WORDS = { range: [-0.5, 1] as const, because: "the source's factor of one half" };

/** P(SGNN wrong) ≤ ½ P(rival wrong). */
export const half = (rival: string) => atMost(0, { of: `1[SGNN wrong] − ½ 1[${rival} wrong]`, ...WORDS });

/** P(rule wrong) ≥ ½ P(rival wrong): half is not reached. */
export const notHalf = (rival: string, rule = "SGNN") => atLeast(0, { of: `1[${rule} wrong] − ½ 1[${rival} wrong]`, ...WORDS });

/** The regret is small, by the oracle of importance sampling. */
export const nearBayes = (margin: number | Tiered<number> = 0.02) =>
  atMost(margin, {
    of: "p*(m_Bayes | x) − p*(m_SGNN | x), the regret; p* by importance sampling",
    range: [0, 1],
    because: "two errors in a hundred above the least possible" + (typeof margin === "number" ? "" : "; at smoke five, which a quarter of the cases decides"),
  });

/** A training set whose mechanisms say nothing about its data. */
export const shuffledLabels = (world: Simulator<Mechanism, Series>, mustRefute: Falsifier<object>["mustRefute"]) => ({
  breaks: "the pairing of data and mechanisms",
  world: { training: shuffled(world) },
  mustRefute,
});

/** What a net is to learn: the mechanism behind a series, from any simulator. */
export const selecting = (world: MechanismWorld, training: Simulator<Mechanism, Series>): SgnnProblem<Mechanism, Series> => ({
  simulator: training,
  features: world.features,
  target: ({ mechanism }) => mechanism,
  loss: crossEntropy(world.skeletons.length),
});

/** The world with other boxes for the parameters of some names. */
export function withBoxes(world: MechanismWorld, boxes: Readonly<Record<string, readonly [number, number]>>): MechanismWorld {
  const skeletons = world.skeletons.map((skeleton) => ({
    ...skeleton,
    parameters: skeleton.parameters.map((box) => {
      const [lower, upper] = boxes[box.name] ?? [box.lower, box.upper];
      return { name: box.name, lower, upper };
    }),
  }));
  return mechanismWorld({ id: `${JSON.stringify(boxes)}(${world.id})`, skeletons, errors: world.errors, features: world.features });
}

/** Remembers its last answer: several claims ask about one series. */
export function remembering<T>(answer: (x: Series, truth: Mechanism) => T): (x: Series, truth: Mechanism) => T {
  let last: { readonly x: Series; readonly found: T } | undefined;
  return (x, truth) => {
    if (last?.x !== x) last = { x, found: answer(x, truth) };
    return last.found;
  };
}

export function helpedFits(world: MechanismWorld, options: MechanismLikelihoodsOptions): HelpedFits {
  const likelihoods = mechanismLikelihoods(world, options);
  return { likelihoods, values: remembering((x, truth) => likelihoods.maximise(x, [truth])) };
}

/** The choice of AIC. */
export function aicRival({ likelihoods, values }: HelpedFits): Rival {
  const rule = criterionSelection("aic", { ...likelihoods, maximise: (found: number[]) => found });
  return (x, truth) => rule.select(values(x, truth));
}

/** The choice of the likelihood-ratio test, its threshold tuned on simulated cases. */
export function calibratedRival(world: MechanismWorld, { likelihoods, values }: HelpedFits, simulations: number, key: Key): Rival {
  const thresholds = calibrateThresholds({ simulator: world, mechanism: ({ mechanism }) => mechanism, likelihoods }, simulations, key);
  const rule = likelihoodRatioTest({ ...likelihoods, maximise: (found: number[]) => found }, thresholds);
  return (x, truth) => rule.select(values(x, truth));
}

/** 1[rule wrong] − ½ 1[rival wrong], in [−½, 1]. */
export const againstHalf = (rival: Rival, rule: (judged: Judged) => number = ({ predicted }) => chosenClass(predicted)): Measure => (judged) => {
  const { x, theta } = judged;
  return (rule(judged) === theta.mechanism ? 0 : 1) - (rival(x, theta) === theta.mechanism ? 0 : 0.5);
};

/** The regret under given posterior probabilities, in [0, 1]. */
export const regretUnder = (posterior: (x: Series, truth: Mechanism) => readonly number[]): Measure => ({ x, theta, predicted }) =>
  regret.evaluate(predicted, { mechanism: theta.mechanism, posterior: posterior(x, theta) })!;

/** Fresh cases from the world, measured for the claims that are not settled yet. */
export function* contest(
  world: MechanismWorld,
  nets: readonly Predictor<Series>[],
  measures: Readonly<Record<string, Measure>>,
  { key, budget, claims }: Context<object, ContestBudget>,
): Generator<Evidence> {
  for (const draws of testBatches(world, budget.nets, key)) {
    const predicted = predictDrawn(nets, draws);
    for (let at = 0; at < draws.xs.length && claims.size > 0; at += SLICE) {
      const found = Object.fromEntries([...claims].map((claim) => [claim, [] as number[]]));
      for (let i = at; i < Math.min(at + SLICE, draws.xs.length); i++) {
        const judged = { x: draws.xs[i], theta: draws.thetas[i], predicted: predicted[i] };
        for (const [claim, values] of Object.entries(found)) values.push(measures[claim](judged));
      }
      yield found;
    }
  }
}
