import {
  atLeast,
  type Budget,
  type CellLattice,
  cellLogLikelihood,
  type CellModel,
  type CellTransition,
  type Context,
  crowdModel,
  type Evidence,
  fitCells,
  type FittedCells,
  indexedCrowd,
  Key,
  matchedWidth,
  moveLattice,
  parameterCount,
  permutation,
  selectBackend,
  stackedCells,
  theorem,
  within,
} from "simverdict";
import { type CellNetBudget, CELLULAR, LATTICE, trainedCells, trainingSequences } from "./trained-cells.js";

/** A model, and how it is trained. */
interface Contestant {
  readonly model: CellModel;
  readonly augmentation?: "permutation";
  /** The cells of each next lattice change places. */
  readonly isPermuted?: boolean;
}

/** Who is compared with the rivals. */
interface World {
  readonly model: Contestant;
}

interface EfficiencyBudget extends Budget {
  /** Training seeds: each has its own sequences, start and batches. Every observation draws one. */
  readonly seeds: number;
  readonly steps: number;
}

type Rival = "pns" | "augmented" | "indexed";

/** Whom a claim is about, and the sequences that the model and this rival are trained on. */
const CONTESTS = {
  "beats-pns": { rival: "pns", sequences: 5 },
  augmentation: { rival: "augmented", sequences: 5 },
  "beats-indexed": { rival: "indexed", sequences: 5 },
  "form-not-symmetry": { rival: "indexed", sequences: 20 },
} as const satisfies Record<string, { readonly rival: Rival; readonly sequences: number }>;
type ClaimName = keyof typeof CONTESTS;

/** Nets of all training seeds, the model's and the rival's, for the claims that ask for them. */
type Prepared = Readonly<Partial<Record<ClaimName, { readonly model: readonly FittedCells[]; readonly rival: readonly FittedCells[] }>>>;

const SIZES = { hidden: 8, rounds: 2 };
const TRAINING = { batch: 4, learningRate: 4e-3 };
/** Transitions in a sequence, and held-out ones in a batch of evidence. */
const [TRANSITIONS, BATCH] = [29, 32];
/**
 * Nats per site without any knowledge of shapes: persistence, where a site changes its entity with probability ε = .095, to
 * any of the 8 others. −(ε log(ε/8) + (1 − ε) log(1 − ε)) = .51, of 60 simulated sequences; certainty has 0.
 */
const IGNORANCE = 0.51;

const equivariant = crowdModel(SIZES);
const asLarge = (rival: (hidden: number) => CellModel): CellModel =>
  rival(matchedWidth(parameterCount(equivariant.init(Key.root(0))), rival));
const PNS = asLarge((hidden) => stackedCells({ ...SIZES, cells: LATTICE.cells, hidden }));
const INDEXED = asLarge((hidden) => indexedCrowd({ ...SIZES, cells: LATTICE.cells, hidden }));
const RIVALS: Readonly<Record<Rival, Contestant>> = {
  pns: { model: PNS },
  augmented: { model: PNS, augmentation: "permutation" },
  indexed: { model: INDEXED },
};

/** The score of a transition, in (0, 1): one half midway between ignorance and certainty, which have .018 and .982. */
const score = (bound: number): number => 1 / (1 + Math.exp((-8 / IGNORANCE) * (bound + IGNORANCE / 2)));

const OF = "score of a held-out transition, 1/(1 + e^{−8 (ELBO/H + ½)}), ELBO in nats per site, H = .51 that of persistence with flips";
const PAIRED = { range: [-1, 1] as const };
/** The controls take minutes. */
const claims = {
  "beats-pns": atLeast(0.05, { of: `EPNS − PNS: ${OF}`, ...PAIRED, because: "a twentieth of the range" }),
  augmentation: atLeast(-0.02, {
    of: `EPNS − PNS trained on randomly permuted cells: ${OF}`,
    ...PAIRED,
    because: "not worse by more than a fiftieth of the range; whether it is better is not claimed",
    from: "standard",
  }),
  "beats-indexed": atLeast(0.005, {
    of: `EPNS − the same architecture that sees the index of each cell too: ${OF}`,
    ...PAIRED,
    because: "as for bodies: what is left when the output's form is the same is small",
    from: "standard",
  }),
  "form-not-symmetry": within([-0.05, 0.05], {
    of: `EPNS − the same architecture that sees the index of each cell too, both trained on 20 sequences: ${OF}`,
    ...PAIRED,
    because: "what is claimed against PNS: where one net serves all cells, most of that distance is gone without the symmetry",
    from: "standard",
  }),
};

const hypothesis: World = { model: { model: equivariant } };

theorem("epns/data-efficiency-cellular", {
  title: "With five sequences an equivariant simulator of cells beats one that is not, and a little also the same net that is told which cell is which: what separates it from PNS is one net for all cells more than the symmetry",
  statement:
    "Trained on 145 transitions of 8 cells: E [s(EPNS) − s(PNS)] ≥ .05; from the standard tier on, ≥ −.02 against PNS with permutation augmentation, ≥ .005 against the same architecture that sees the index of each cell, and within ±.05 of it where both are trained on 580 transitions. Of the nets of this run: their training seeds are drawn per observation, and few",
  source: { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "data efficiency; the controls are this project's" },
  assumptions: [
    "all nets have as many parameters (±5 %), and take as many steps on the same sequences",
    "the nets are those of this run: held-out transitions are fresh, one of each simulated sequence, training is not",
  ],
  claims,
  budget: {
    smoke: { samples: 4_000, seeds: 1, steps: 150 },
    standard: { samples: 20_000, seeds: 6, steps: 500 },
  },
  world: hypothesis,
  falsifiers: {
    "PNS against itself": {
      breaks: "the difference: the model is PNS",
      world: { model: RIVALS.pns },
      mustRefute: ["beats-pns", "beats-indexed", "form-not-symmetry"],
    },
    "permuted targets": {
      breaks: "the training pairs: cells change places between a lattice and the next one",
      world: { model: { model: equivariant, isPermuted: true } },
      mustRefute: ["beats-pns", "augmentation", "form-not-symmetry"],
    },
  },
  async prepare({ model }: World, { key, budget, claims }: Context<World, EfficiencyBudget>): Promise<Prepared> {
    await selectBackend();
    const trained = async (contestant: Contestant, sequences: number): Promise<FittedCells[]> => {
      const all: FittedCells[] = [];
      for (let seed = 0; seed < budget.seeds; seed++) all.push(await train(contestant, { sequences, steps: budget.steps }, key.fold(seed)));
      return all;
    };
    const known = new Map<string, Promise<FittedCells[]>>();
    const nets = (contestant: Contestant, sequences: number): Promise<FittedCells[]> => {
      const name = JSON.stringify([contestant.model.id, contestant, sequences]);
      const found = known.get(name) ?? trained(contestant, sequences);
      known.set(name, found);
      return found;
    };
    const prepared: Record<string, Prepared[ClaimName]> = {};
    for (const [claim, { rival, sequences }] of Object.entries(CONTESTS)) {
      if (claims.has(claim)) prepared[claim] = { model: await nets(model, sequences), rival: await nets(RIVALS[rival], sequences) };
    }
    return prepared;
  },
  *evidence(prepared, { key, budget, claims }): Generator<Evidence> {
    for (let batch = 0; ; batch++) {
      const own = key.fold(batch);
      const transitions = heldOut(own.fold("sequences"));
      const seeds = own.fold("seeds").stream();
      const drawn = transitions.map(() => Math.floor(budget.seeds * seeds.uniform()));
      const scores = scorer(transitions, drawn, own.fold("latents"));
      const differences = Object.entries(prepared).filter(([claim]) => claims.has(claim)).map(([claim, { model, rival }]) => {
        const [found, other] = [scores(model), scores(rival)];
        return [claim, found.map((value, i) => value - other[i])] as const;
      });
      yield Object.fromEntries(differences);
    }
  },
});

async function train({ model, augmentation, isPermuted }: Contestant, { sequences, steps }: CellNetBudget, key: Key): Promise<FittedCells> {
  const training = { ...TRAINING, steps, ...(augmentation && { augmentation }) };
  if (isPermuted !== true) return trainedCells(model, { sequences, ...training }, key);
  const stream = key.fold("permutations").stream();
  const pairs = trainingSequences(sequences, key).flatMap((lattices) =>
    lattices.slice(1).map((next, t): CellLattice[] => {
      const order = permutation(stream, LATTICE.cells);
      return [lattices[t], { ...moveLattice({ order, shift: [0, 0] }, next), types: next.types }];
    }),
  );
  return fitCells(model, pairs, training, key.fold("net"));
}

/** A random transition of each of many fresh sequences. */
function heldOut(key: Key): CellTransition[] {
  return Array.from({ length: BATCH }, (_, i) => {
    const own = key.fold(i);
    const place = Math.floor(TRANSITIONS * own.fold("place").stream().uniform());
    let lattice = CELLULAR.init(own.fold("init"));
    for (let t = 0; t < place; t++) lattice = CELLULAR.step(own.fold(t), lattice);
    return [lattice, CELLULAR.step(own.fold(place), lattice)] as const;
  });
}

/** The score of each transition under the net of the seed that was drawn for it; a net judges each transition once. */
function scorer(transitions: readonly CellTransition[], drawn: readonly number[], key: Key): (nets: readonly FittedCells[]) => number[] {
  const known = new Map<FittedCells, number[]>();
  return (nets) => {
    const scores = new Array<number>(transitions.length);
    nets.forEach((net, seed) => {
      const places = drawn.flatMap((own, i) => (own === seed ? [i] : []));
      if (places.length === 0) return;
      const bounds = known.get(net) ?? Array.from(cellLogLikelihood(net, places.map((i) => transitions[i]), { key: key.fold(seed) }));
      known.set(net, bounds);
      places.forEach((i, at) => (scores[i] = score(bounds[at])));
    });
    return scores;
  };
}
