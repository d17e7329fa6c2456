import {
  bodyKernel,
  type BodyModel,
  bodyRolloutSteps,
  cellKernel,
  type CellLattice,
  type CellModel,
  cellRolloutSteps,
  cellsPerCluster,
  clusterCount,
  crowdModel,
  eachAlone,
  flatBodies,
  flatCells,
  heterotypicBoundary,
  type HostTensors,
  Key,
  kineticEnergy,
  matchedWidth,
  parameterCount,
  potentialEnergy,
  rawBodies,
  type RolloutSteps,
  selectBackend,
  stackedCells,
  vectorScalar,
  volumes,
} from "simverdict";
import { CELESTIAL, trainedBodies } from "./trained-bodies.js";
import { CELLULAR, LATTICE, trainedCells } from "./trained-cells.js";

/** Who rolls out: the equivariant model, its counterpart that is not, and the one that knows no structure at all. */
export type Contender = "epns" | "pns" | "mlp";

/** The noise of a rollout: all that the model has, that of latents alone, or none. */
export type Noise = "drawn" | "latents" | "none";

/** What a tier spends on a net. */
export interface NetBudget {
  /** Training sequences of 100 transitions of bodies, or of 29 of cells. */
  readonly sequences: number;
  readonly hidden: number;
  readonly steps: number;
}

/** A world that can be simulated, and learned. */
export interface Dynamics<S> {
  readonly init: (key: Key) => S;
  readonly simulator: RolloutSteps<S>;
  /** The statistics of the task. */
  readonly features: Readonly<Record<string, (state: S) => number>>;
  /** A trained contender; without noise it follows the means of prior and decoder, for cells the likeliest entity of a site. */
  readonly contender: (who: Contender, budget: NetBudget, key: Key, noise?: Noise) => Promise<RolloutSteps<S>>;
}

/** Largest learning rate: 4e-3 for nets of width 16, 2e-3 for those of width 32. */
const learningRate = (hidden: number): number => (hidden <= 16 ? 4e-3 : 2e-3);

/** A rival as wide as gives it the number of parameters of the equivariant model. */
function matched<M extends { readonly init: (key: Key) => HostTensors }>(epns: M, rival: (hidden: number) => M): M {
  return rival(matchedWidth(parameterCount(epns.init(Key.root(0))), rival));
}

function bodyModel(who: Contender, hidden: number): BodyModel {
  const epns = vectorScalar({ hidden });
  if (who === "epns") return epns;
  return matched<BodyModel>(epns, (width) => (who === "pns" ? rawBodies({ hidden: width }) : flatBodies({ bodies: 5, hidden: width })));
}

/** Convolutions of the forward model: two, as the lattices of smoke and standard tier need no more. */
const ROUNDS = 2;

/** A lattice costs an MLP 15,552 parameters for each of its hidden units: four make it the largest net here. */
function cellModel(who: Contender, hidden: number): CellModel {
  const epns = crowdModel({ hidden, rounds: ROUNDS });
  if (who === "epns") return epns;
  if (who === "mlp") return flatCells({ ...LATTICE, hidden: 4 });
  return matched<CellModel>(epns, (width) => stackedCells({ cells: LATTICE.cells, hidden: width, rounds: ROUNDS }));
}

/** `celestial`: kinetic and potential energy. */
export const celestialDynamics: Dynamics<Float64Array> = {
  init: (key) => CELESTIAL.init(key),
  simulator: eachAlone((key, state) => CELESTIAL.step(key, state)),
  features: { kinetic: (state) => kineticEnergy(state), potential: (state) => potentialEnergy(state) },
  contender: async (who, { sequences, hidden, steps }, key, noise = "drawn") => {
    await selectBackend();
    const training = { trajectories: sequences, steps, learningRate: learningRate(hidden) };
    const { model, parameters, scales } = await trainedBodies(bodyModel(who, hidden), training, key);
    return bodyRolloutSteps(bodyKernel(model, { parameters, scales, bodies: 5, init: (key) => CELESTIAL.init(key) }), { noise });
  },
};

/** `cellular`: clusters of equal type, the boundary between the types, and volumes. */
export const cellularDynamics: Dynamics<CellLattice> = {
  init: (key) => CELLULAR.init(key),
  simulator: eachAlone((key, lattice) => CELLULAR.step(key, lattice)),
  features: {
    clusters: clusterCount,
    "largest-cluster": (lattice) => cellsPerCluster(lattice)[0],
    boundary: heterotypicBoundary,
    "smallest-volume": (lattice) => Math.min(...volumes(lattice)),
  },
  contender: async (who, { sequences, hidden, steps }, key, noise = "drawn") => {
    await selectBackend();
    const { model, parameters } = await trainedCells(cellModel(who, hidden), { sequences, steps, learningRate: learningRate(hidden) }, key);
    return cellRolloutSteps(cellKernel(model, { parameters, ...LATTICE, init: (key) => CELLULAR.init(key) }), { noise });
  },
};
