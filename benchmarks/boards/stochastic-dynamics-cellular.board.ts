import {
  boundedLogLikelihood,
  cellKernel,
  type CellLattice,
  cellLogLikelihood,
  type CellModel,
  cellRolloutSteps,
  cellsPerCluster,
  type CellTraining,
  cellularPotts,
  clusterCount,
  crowdModel,
  eachAlone,
  type EntryContext,
  everyCellAlive,
  fitCells,
  flatCells,
  heterotypicBoundary,
  indexedCrowd,
  type Key,
  leaderboard,
  persistentCells,
  stackedCells,
  stableShare,
  stochasticDynamics,
  type Tier,
  trajectory,
  volumes,
} from "simverdict";
import { type Answering, asLargeAs, ensembleMetrics, rollingOut } from "./dynamics-entries.js";

/** Observations in a training sequence. */
const OBSERVATIONS = 30;
const STATISTICS = {
  clusters: clusterCount,
  "largest-cluster": (lattice: CellLattice): number => cellsPerCluster(lattice)[0],
  boundary: heterotypicBoundary,
  "smallest-volume": (lattice: CellLattice): number => Math.min(...volumes(lattice)),
  "largest-volume": (lattice: CellLattice): number => Math.max(...volumes(lattice)),
};
const NAMES = Object.keys(STATISTICS);
/** Twice the target volume. */
const LARGEST = 50;
const PAPER = "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286";

/** A lattice as JSON data. */
interface PlainLattice {
  readonly size: number;
  readonly ids: readonly number[];
  readonly types: readonly number[];
}
const plain = ({ size, ids, types }: CellLattice): PlainLattice => ({ size, ids: Array.from(ids), types: Array.from(types) });
const read = ({ size, ids, types }: PlainLattice): CellLattice => ({ size, ids: Int16Array.from(ids), types: Uint8Array.from(types) });

/** What a tier spends on a net. */
interface Sizes {
  readonly hidden: number;
  readonly steps: number;
  readonly batch: number;
}

/** Sites along a side, and cells. */
interface Lattice {
  readonly size: number;
  readonly cells: number;
}
const SMALL: Lattice = { size: 24, cells: 8 };

/** A lattice, and who competes there at which cost. */
interface Contest {
  readonly name: string;
  readonly lattice: Lattice;
  readonly rollouts: number;
  readonly hashed: number;
  /** Nets of the smoke tier would have learned nothing: there are boards at these tiers only. */
  readonly sizes: Readonly<Partial<Record<Exclude<Tier, "smoke">, Sizes>>>;
  readonly cases: number;
  /** Training sequences of EPNS and PNS, and of the models that are trained at one size only. */
  readonly curve: readonly number[];
  readonly sequences: number;
  /** Scales of the statistics: standard deviations over starts, ten observations ahead. */
  readonly units: readonly number[];
}

function cellularBoard({ name, lattice, rollouts, hashed, sizes, curve, sequences, units, cases }: Contest): void {
  const isSmall = lattice.size <= SMALL.size;
  const world = cellularPotts(lattice);
  const question = { statistics: STATISTICS, horizons: [1, 5, 10], rollouts };
  const simulated = (key: Key, count: number, from = world): CellLattice[][] =>
    Array.from({ length: count }, (_, i) => trajectory(from, key.fold("sequences").fold(i), OBSERVATIONS));

  type Made = (hidden: number) => CellModel;
  const epns: Made = (hidden) => crowdModel({ hidden });
  /** Rivals have as many parameters as the equivariant model of the tier, ±5 %: its widths are such that there are such rivals. */
  const asLarge = (rival: Made): Made => (hidden) => asLargeAs(epns(hidden), rival);
  const pns = asLarge((hidden) => stackedCells({ cells: lattice.cells, hidden }));

  const entry = (model: string, source: string, prepare: (context: EntryContext) => Answering<CellLattice> | Promise<Answering<CellLattice>>) =>
    rollingOut({ model, source, question, read }, prepare);
  interface Net {
    readonly model: string;
    readonly source: string;
    readonly make: Made;
    readonly count?: number;
    readonly augmentation?: CellTraining["augmentation"];
    /** How many times as many steps. */
    readonly longer?: number;
    /** Which noise rollouts draw: without that of sites they are no draws from the law whose likelihood is bounded. */
    readonly noise?: "latents";
    /** The lattice of the training sequences, and what the training takes there; the board's own if not given. */
    readonly trainedOn?: Lattice & Sizes;
  }
  const trained = ({ model, source, make, count = sequences, augmentation, longer = 1, noise, trainedOn }: Net) =>
    entry(`${model}, ${count} sequences`, source, async ({ key, tier, training }) => {
      const { hidden, steps, batch } = trainedOn ?? sizes[tier as keyof typeof sizes]!;
      const options = { steps: longer * steps, batch, learningRate: 4e-3, ...(augmentation !== undefined && { augmentation }), ...training };
      const fitted = await fitCells(make(hidden), simulated(key, count, trainedOn && cellularPotts(trainedOn)), options, key.fold("net"));
      const kernel = cellKernel(fitted.model, { parameters: fitted.parameters, ...lattice, init: (own: Key) => world.init(own) });
      return {
        parameters: Object.values(fitted.parameters).reduce((sum, { data }) => sum + data.length, 0),
        steps: cellRolloutSteps(kernel, noise && { noise }),
        ...(noise === undefined && { logLikelihood: (transitions, own) => cellLogLikelihood(fitted, transitions, { key: own }) }),
      };
    });

  leaderboard({
    task: stochasticDynamics({
      name,
      title: `${lattice.cells} cells that sort themselves on ${lattice.size}×${lattice.size} sites: the laws of their clusters, boundary and volumes, and the density of a step`,
      ...question,
      kernel: world,
      transitions: OBSERVATIONS - 1,
      plain,
      hashed,
    }),
    metrics: [
      boundedLogLikelihood("site", [-3, 0]),
      ...ensembleMetrics({ ...question, statistics: NAMES }, { units, cap: 10, forecast: { clusters: 4, boundary: 100 } }),
      stableShare({
        title: `in which no cell vanishes or grows to more than ${LARGEST} sites at a horizon`,
        isStable: (values) => values.every((row) => row[NAMES.indexOf("largest-volume")] <= LARGEST),
      }),
    ],
    entries: [
      ...curve.map((count) => trained({ model: "EPNS", source: PAPER, make: epns, count })),
      ...curve.map((count) => trained({ model: "PNS", source: PAPER, make: pns, count })),
      trained({ model: "PNS, ten times the steps", source: `${PAPER}; as many seconds of training as EPNS takes, or more`, make: pns, longer: 10 }),
      trained({ model: "EPNS, only latents drawn", source: `${PAPER}: as released, each site at its likeliest entity`, make: epns, noise: "latents" }),
      trained({ model: "PNS, only latents drawn", source: `${PAPER}: as released, each site at its likeliest entity`, make: pns, noise: "latents" }),
      ...(isSmall ? [] : [trained({ model: `EPNS, trained on ${SMALL.size}×${SMALL.size}`, source: "one net for all cells takes any number of them", make: epns, trainedOn: { ...SMALL, hidden: 8, steps: 1_000, batch: 8 } })]),
      ...(isSmall ? [trained({ model: "EPNS with cell indices", source: "control: the index of each cell as an input", make: asLarge((hidden) => indexedCrowd({ cells: lattice.cells, hidden })) })] : []),
      trained({ model: "PNS, permutation augmentation", source: "control: cells renamed at random", make: pns, augmentation: "permutation" }),
      // A hidden unit of an MLP costs as many weights as the lattice has sites × entities: on a large one there is no such rival.
      ...(isSmall
        ? [trained({ model: "PNS-MLP", source: `${PAPER}; as wide as equal numbers of parameters allow: one hidden unit at the standard tier`, make: asLarge((hidden) => flatCells({ ...lattice, hidden })) })]
        : []),
      entry("persistence", "sites keep their cell, but for flips at the rate of the training data", ({ key }) => {
        const law = persistentCells(simulated(key, sequences).flatMap((path) => path.slice(1).map((next, t) => [path[t], next] as const)));
        return {
          parameters: 1,
          steps: { ...eachAlone((own, state: CellLattice) => law.step(own, state)), isStable: everyCellAlive },
          logLikelihood: (transitions) => transitions.map((transition) => law.logLikelihood(transition)),
        };
      }),
      entry("simulator", "the floor: the simulator against itself", () => ({ parameters: 0, steps: eachAlone((key, state) => world.step(key, state)) })),
    ],
    cases: { smoke: cases },
    tiers: Object.keys(sizes) as Tier[],
    clock: () => performance.now(),
  });
}

cellularBoard({
  name: "cellular",
  lattice: SMALL,
  rollouts: 16,
  hashed: 64,
  sizes: {
    standard: { hidden: 16, steps: 500, batch: 8 },
    full: { hidden: 34, steps: 20_000, batch: 16 },
  },
  curve: [5, 20, 80, 320],
  sequences: 5,
  units: [0.7, 0.35, 12, 2, 1.6],
  cases: 60,
});

/** The size of TASKS' standard tier: a step takes eleven times as long as on the small one. */
cellularBoard({
  name: "cellular-48",
  lattice: { size: 48, cells: 24 },
  rollouts: 8,
  hashed: 16,
  sizes: {
    standard: { hidden: 8, steps: 300, batch: 2 },
    full: { hidden: 24, steps: 10_000, batch: 8 },
  },
  curve: [20],
  sequences: 20,
  units: [0.9, 0.9, 29, 1.6, 1.3],
  cases: 40,
});

/** The size of the paper: hours, so at the full tier only. */
cellularBoard({
  name: "cellular-100",
  lattice: { size: 100, cells: 64 },
  rollouts: 8,
  hashed: 8,
  sizes: { full: { hidden: 17, steps: 4_000, batch: 1 } },
  curve: [20, 80],
  sequences: 80,
  units: [2, 4, 30, 2, 1.6],
  cases: 50,
});
