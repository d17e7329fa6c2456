/** A model beside its competitors on a task of the package: boards/<name>.board.ts. */
export const MODEL_SCAFFOLD = `import {
  bayesRule,
  classificationError,
  type ClassPrediction,
  criterionSelection,
  type Entry,
  leaderboard,
  linearTrend,
  linearTrendSelection,
  type Selector,
  trendLikelihoods,
} from "simverdict";

type Series = readonly number[];

const world = linearTrend({ sigma: 0.2, classes: 2 });
const task = linearTrendSelection({ sigma: 0.2, classes: 2 });

/** Size of the least-squares slope of equally spaced counts. */
const steepness = (x: Series): number => {
  const centre = (x.length - 1) / 2;
  const weights = x.map((_, i) => i - centre);
  return Math.abs(weights.reduce((sum, w, i) => sum + w * x[i], 0) / weights.reduce((sum, w) => sum + w * w, 0));
};

/** Your model: here a threshold on the slope, learned from simulations. */
const mine: Entry<Series, ClassPrediction> = {
  model: "{{name}}",
  source: "author, year",
  // It learns here, from simulations of its own under the key, and never sees a test case.
  prepare: ({ key, tier }) => {
    const simulations = tier === "smoke" ? 2_000 : 20_000;
    const drawn = Array.from({ length: simulations }, (_, i) => {
      const theta = world.prior.sample(key.fold("theta").fold(i));
      return { slope: steepness(world.simulate(key.fold("x").fold(i), theta)), mechanism: theta.mechanism };
    });
    const errors = (threshold: number): number => drawn.filter(({ slope, mechanism }) => (slope > threshold ? 1 : 0) !== mechanism).length;
    const candidates = Array.from({ length: 100 }, (_, i) => i / 1_000);
    const threshold = candidates.reduce((best, candidate) => (errors(candidate) < errors(best) ? candidate : best));
    return { parameters: 1, predict: (xs) => xs.map((x) => (steepness(x) > threshold ? 1 : 0)) };
  },
};

const rule = (model: string, source: string, selector: Selector<Series>): Entry<Series, ClassPrediction> => ({
  model,
  source,
  prepare: () => ({ parameters: 0, predict: (xs) => xs.map((x) => selector.select(x)) }),
});

leaderboard({
  task,
  metrics: [classificationError],
  entries: [
    mine,
    rule("BIC, σ known", "Schwarz 1978", criterionSelection("bic", trendLikelihoods(world, 0.2))),
    rule("Bayes rule (exact)", "the world's own posterior", bayesRule(world)),
  ],
  cases: { smoke: 4_000, standard: 40_000 },
  clock: () => performance.now(),
});
`;
