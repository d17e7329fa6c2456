import { bernoulli, type CellLattice, cellularPotts, type Key, selectBackend, theorem, type TransitionKernel, within } from "simverdict";
import { type CellPair, type CellWitness, cellOutcomes, occupancyWitness, searchedCellPair } from "./cell-witness.js";
import { kernelSteps, sameCells, type StepsOf } from "./compiled-steps.js";
import { cellsUnderTest } from "./kernel-under-test.js";
import { DELTA } from "./moment-witness.js";

const BATCH = 256;

/** What the lemma is checked on; a falsifier breaks the kernel. */
interface World {
  /** Steps and initial lattices of a black box. */
  readonly subject: (key: Key) => Promise<Subject>;
}

interface Subject {
  readonly steps: StepsOf<CellLattice>;
  readonly init: (key: Key) => CellLattice;
}

interface Prepared {
  readonly steps: StepsOf<CellLattice>;
  readonly pair: CellPair;
  readonly witness: CellWitness;
}

/** What a kernel under test needs. */
const MODEL = { cells: ["init", "step"] } as const;
/** Small, and with no site to spare, so that every cell borders others. */
const simulator = cellularPotts({ size: 10, cells: 4, monteCarloSteps: 3 });

type Kernel = TransitionKernel<CellLattice>;
const alone = (kernel: Kernel): Subject => ({
  init: (key) => kernel.init(key),
  steps: async (lattices, key) => lattices.map((lattice, i) => kernel.step(key.fold(i), lattice)),
});

/** The user's kernel; else the true simulator. */
const subject: World["subject"] = async (key) => {
  const kernel = await cellsUnderTest(MODEL);
  return kernel === undefined ? alone(simulator) : { init: kernel.init, steps: await kernelSteps(kernel, sameCells, key.fold("steps")) };
};

/** The simulator, but that some of the sites which change hands are given back. */
const givingBack = (isGiven: (key: Key, site: number, before: number) => boolean) => async (): Promise<Subject> =>
  alone({
    ...simulator,
    step: (key, lattice) => {
      const next = simulator.step(key.fold("step"), lattice);
      return { ...next, ids: next.ids.map((id, site) => (id !== lattice.ids[site] && isGiven(key, site, lattice.ids[site]) ? lattice.ids[site] : id)) };
    },
  });

theorem("epns/lemma-equivariance-distribution-cells", {
  title: "The law of cells keeps its symmetry, of the true simulator or of a kernel of one's own",
  statement: "p(g x' | g x) = p(x' | x) for S_cells × torus translations: a witness of mean occupancies has equal means on both sides, for pairs (x, g) searched for the contrary",
  source: { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "Lemma 1" },
  assumptions: ["the dynamics have the symmetry", "witnesses and pairs are found with other draws than those that judge"],
  claims: {
    occupancy: within([-DELTA, DELTA], {
      of: "tanh(w · u) of a step from x less that of a step from g x moved back, of the kernel of cells that --model names, else of the true simulator; u the occupancy of each site by each entity, w the difference of held-out means in standard deviations of w · u",
      range: [-2, 2],
      because: "the margin of epns/lemma-equivariance-distribution",
    }),
  },
  budget: {
    smoke: { samples: 40_000, pairs: 8, held: 128, learned: 1024 },
    standard: { samples: 200_000, pairs: 100, held: 256, learned: 4096 },
  },
  model: MODEL,
  world: { subject },
  falsifiers: {
    "first cell": {
      breaks: "the equality of cells: half of the sites that the first one loses are given back to it",
      world: { subject: givingBack((key, site, before) => before === 1 && bernoulli(key.fold("back").fold(site).stream(), 0.5) === 1) },
      mustRefute: ["occupancy"],
    },
    "first rows": {
      breaks: "the torus: sites of the first two rows never change hands",
      world: { subject: givingBack((_, site) => site < 20) },
      mustRefute: ["occupancy"],
    },
  },
  prepare: async ({ subject }: World, { key, budget: { pairs, held, learned } }): Promise<Prepared> => {
    await selectBackend();
    const { steps, init } = await subject(key.fold("weights"));
    const pair = await searchedCellPair(steps, init, { key: key.fold("search"), pairs, held });
    return { steps, pair, witness: occupancyWitness(await cellOutcomes(steps, pair, key.fold("learn"), learned)) };
  },
  async *evidence({ steps, pair, witness }, { key }) {
    for (let batch = 0; ; batch++) {
      const [plain, moved] = await cellOutcomes(steps, pair, key.fold(batch), BATCH);
      yield { occupancy: plain.map((ids, i) => witness.feature(ids) - witness.feature(moved[i])) };
    }
  },
});
