import {
  bayesRule,
  calibrateThresholds,
  type ClassPrediction,
  criterionSelection,
  crossEntropy,
  type Entry,
  fitSgnn,
  likelihoodRatioTest,
  type LinearTrend,
  priorGuess,
  type Selector,
  type Tier,
  trendLikelihoods,
} from "simverdict";

type Series = readonly number[];

/** Simulations, steps and calibration cases by tier. */
const SIZES: Readonly<Record<Tier, { readonly simulations: number; readonly steps: number; readonly calibration: number }>> = {
  smoke: { simulations: 10_000, steps: 1_500, calibration: 10_000 },
  standard: { simulations: 60_000, steps: 6_000, calibration: 100_000 },
  full: { simulations: 300_000, steps: 30_000, calibration: 1_000_000 },
};

const rule = (model: string, source: string, selector: Selector<Series>): Entry<Series, ClassPrediction> => ({
  model,
  source,
  prepare: () => ({
    parameters: 0,
    predict: (xs) => xs.map((x) => selector.probabilities?.(x) ?? selector.select(x)),
  }),
});

/** Everybody who competes on log counts with a polynomial trend and noise σ. */
export function linearTrendEntries(world: LinearTrend, sigma: number): Entry<Series, ClassPrediction>[] {
  const known = trendLikelihoods(world, sigma);
  const estimated = trendLikelihoods(world, "estimated");
  const classes = world.mechanisms.length;
  const criteria = [
    ["AIC", "aic", "Akaike 1974"],
    ["AICc", "aicc", "Hurvich & Tsai 1989"],
    ["BIC", "bic", "Schwarz 1978"],
  ] as const;
  return [
    {
      model: "SGNN",
      source: "Dudley & Eisenberg 2025, arXiv 2509.18990",
      prepare: async ({ key, tier }) => {
        const { simulations, steps } = SIZES[tier];
        const problem = {
          simulator: world,
          features: world.features,
          target: ({ mechanism }: { readonly mechanism: number }) => mechanism,
          loss: crossEntropy(classes),
        };
        const net = await fitSgnn(problem, { simulations, steps }, key);
        const parameters = Object.values(net.state.parameters).reduce((sum, { data }) => sum + data.length, 0);
        return { parameters, predict: (xs) => net.predict(xs) };
      },
    },
    ...criteria.flatMap(([name, criterion, source]) => [
      rule(`${name}, σ known`, source, criterionSelection(criterion, known)),
      rule(`${name}, σ estimated`, source, criterionSelection(criterion, estimated)),
    ]),
    {
      model: "likelihood ratio, calibrated",
      source: "threshold of least error on simulations; σ known",
      prepare: ({ key, tier }) => {
        const problem = { simulator: world, mechanism: ({ mechanism }: { readonly mechanism: number }) => mechanism, likelihoods: known };
        const thresholds = calibrateThresholds(problem, SIZES[tier].calibration, key);
        const test = likelihoodRatioTest(known, thresholds);
        return { parameters: thresholds.length, predict: (xs) => xs.map((x) => test.select(x)) };
      },
    },
    rule("Bayes rule (exact)", "the world's own posterior", bayesRule(world)),
    rule("prior guess", "no data", priorGuess(Array.from({ length: classes }, () => 1 / classes))),
  ];
}
