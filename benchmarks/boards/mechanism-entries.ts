import {
  calibrateThresholds,
  type ClassPrediction,
  criterionSelection,
  crossEntropy,
  type Entry,
  type EntryContext,
  type ErrorLaw,
  fitSgnn,
  importanceGuard,
  importanceOracle,
  likelihoodRatioTest,
  type Mechanism,
  mechanismLikelihoods,
  type MechanismLikelihoods,
  type MechanismWorld,
  nearestNeighbour,
  priorGuess,
  rejectionAbc,
  type Selector,
  type Support,
  type Tier,
} from "simverdict";

type Series = readonly number[];

/** Who competes beside those that always do. */
export interface Competition {
  /** How much wider than the prior's box the wide fits may look. */
  readonly widenedBy: number;
  /** A wrong error law for more rows of the criteria, with its name. */
  readonly wrongErrors?: { readonly name: string; readonly errors: ErrorLaw };
  /** Draws of the importance-sampling oracle, where it passes its guard. */
  readonly draws?: number;
}

/** Simulations, steps, calibration cases, and simulations among which neighbours are sought, by tier. */
const SIZES: Readonly<Record<Tier, { readonly simulations: number; readonly steps: number; readonly calibration: number; readonly corpus: number }>> = {
  smoke: { simulations: 20_000, steps: 2_000, calibration: 1_000, corpus: 10_000 },
  standard: { simulations: 60_000, steps: 6_000, calibration: 5_000, corpus: 60_000 },
  full: { simulations: 300_000, steps: 30_000, calibration: 100_000, corpus: 300_000 },
};
/** One simulation in so many is accepted by ABC. */
const ABC_SHARE = 100;
const NEIGHBOURS = 15;
/** Cases of a block at the gate for who takes about 10, 50 and 1 ms over one. */
const GATE = { fits: 200, oracle: 60, neighbours: 2_000 };

const CRITERIA = [
  ["AIC", "aic", "Akaike 1974"],
  ["AICc", "aicc", "Hurvich & Tsai 1989"],
  ["BIC", "bic", "Schwarz 1978"],
] as const;

/** An entry that chooses for one series after the other. */
function choosing(model: string, source: string, gateCases: number | undefined, prepare: (context: EntryContext) => Selector<Series>): Entry<Series, ClassPrediction> {
  return {
    model,
    source,
    ...(gateCases === undefined ? {} : { gateCases }),
    prepare: (context) => {
      const selector = prepare(context);
      return { parameters: 0, predict: (xs) => xs.map((x) => selector.probabilities?.(x) ?? selector.select(x)) };
    },
  };
}

/** Fits that are remembered by the values of a series: three criteria and a test ask for the same ones. */
function remembered(world: MechanismWorld, support: Support, errors: ErrorLaw = world.errors): MechanismLikelihoods {
  const likelihoods = mechanismLikelihoods(world, { support, errors });
  const known = new Map<string, number[]>();
  return {
    ...likelihoods,
    maximise: (x) => {
      const name = x.join();
      const values = known.get(name) ?? likelihoods.maximise(x);
      known.set(name, values);
      return values;
    },
  };
}

const net = (world: MechanismWorld): Entry<Series, ClassPrediction> => ({
  model: "SGNN",
  source: "Dudley & Eisenberg 2025, arXiv 2509.18990",
  prepare: async ({ key, tier }) => {
    const { simulations, steps } = SIZES[tier];
    const target = ({ mechanism }: Mechanism): number => mechanism;
    const loss = crossEntropy(world.skeletons.length);
    const trained = await fitSgnn({ simulator: world, features: world.features, target, loss }, { simulations, steps }, key);
    const parameters = Object.values(trained.state.parameters).reduce((sum, { data }) => sum + data.length, 0);
    return { parameters, predict: (xs) => trained.predict(xs) };
  },
});

const calibrated = (world: MechanismWorld, likelihoods: MechanismLikelihoods): Entry<Series, ClassPrediction> => ({
  model: "likelihood ratio, calibrated, box",
  source: "thresholds of least error on simulations; parameters within the prior's box",
  gateCases: GATE.fits,
  prepare: ({ key, tier }) => {
    const problem = { simulator: world, mechanism: ({ mechanism }: Mechanism) => mechanism, likelihoods };
    const thresholds = calibrateThresholds(problem, SIZES[tier].calibration, key);
    const test = likelihoodRatioTest(likelihoods, thresholds);
    return { parameters: thresholds.length, predict: (xs) => xs.map((x) => test.select(x)) };
  },
});

/** The Bayes rule by importance sampling; it fails where the oracle does not pass its guard on the very series. */
const approximateBayes = (world: MechanismWorld, draws: number): Entry<Series, ClassPrediction> => ({
  model: "Bayes rule (approximate)",
  source: `importance sampling of the marginal likelihoods, ${draws} draws; guard: median ESS ≥ 30 and mean TV of replicates < .02 on the scored series`,
  gateCases: GATE.oracle,
  prepare: ({ key }) => {
    const { evaluate } = importanceOracle(world, { draws, key });
    return {
      parameters: 0,
      predict: (xs) => {
        const reports = xs.map((x) => evaluate(x));
        const { passes, medianEss, meanTv } = importanceGuard(reports);
        if (!passes) throw new Error(`the oracle's guard fails: median ESS ${medianEss.toFixed(1)}, mean TV ${meanTv.toFixed(4)}`);
        return reports.map(({ probabilities }) => probabilities);
      },
    };
  },
});

/** Everybody who competes for the mechanism behind a series. */
export function mechanismEntries(world: MechanismWorld, { widenedBy, wrongErrors, draws }: Competition): Entry<Series, ClassPrediction>[] {
  const wide = { widenedBy };
  const box = remembered(world, "prior");
  const within = (name: string): string => (name === "box" ? "parameters within the prior's box" : `parameters within the box widened by ${widenedBy}`);
  const fits: readonly (readonly [name: string, where: string, likelihoods: MechanismLikelihoods])[] = [
    ["wide", within("wide"), remembered(world, wide)],
    ["box", within("box"), box],
    ...(wrongErrors
      ? ([
          [`wide, ${wrongErrors.name}`, within("wide"), remembered(world, wide, wrongErrors.errors)],
          [`box, ${wrongErrors.name}`, within("box"), remembered(world, "prior", wrongErrors.errors)],
        ] as const)
      : []),
  ];
  const classes = world.skeletons.length;
  return [
    net(world),
    ...fits.flatMap(([name, where, likelihoods]) =>
      CRITERIA.map(([title, criterion, source]) =>
        choosing(`${title}, ${name}`, `${source}; ${where}`, GATE.fits, () => criterionSelection(criterion, likelihoods)),
      ),
    ),
    calibrated(world, box),
    choosing("rejection ABC", "Pritchard et al. 1999; the hundredth of the simulations nearest in the net's features", GATE.neighbours, ({ key, tier }) => {
      const simulations = SIZES[tier].corpus;
      return rejectionAbc(world, { simulations, accepted: simulations / ABC_SHARE, key });
    }),
    choosing("nearest neighbours, raw x", `majority of the ${NEIGHBOURS} nearest simulations`, GATE.neighbours, ({ key, tier }) =>
      nearestNeighbour(world, { simulations: SIZES[tier].corpus, neighbours: NEIGHBOURS, key }),
    ),
    ...(draws === undefined ? [] : [approximateBayes(world, draws)]),
    choosing("prior guess", "no data", undefined, () => priorGuess(Array.from({ length: classes }, () => 1 / classes))),
  ];
}
