import { atLeast, atMost, type BodyModel, type Key, rawBodies, selectBackend, theorem, vectorScalar } from "simverdict";
import { compiledSteps, type Steps } from "./compiled-steps.js";
import { meanWitness, outcomes, type Pair, searchedPair, type Witness } from "./moment-witness.js";
import { pooledCheck } from "./pooled-check.js";
import { CELESTIAL, trainedBodies } from "./trained-bodies.js";

/** Pairs of steps in a batch. */
const BATCH = 256;
/** Training trajectories of a model that has learned its world, and of one that has learned them by heart. */
const [MANY, FEW] = [80, 5];
/** Rollouts on both sides of the check, and the steps after which the one with few trajectories is seen. */
const [ROLLOUTS, AHEAD] = [640, 10];
/** σ of v_x over initial states, about; the shift of the broken kernel. */
const SIGMA = 0.7;

/** A kernel that is not equivariant, and what is done to its steps. */
interface World {
  readonly model: BodyModel;
  readonly steps: (steps: Steps) => Steps;
}

interface Prepared {
  /** Of the model trained on many trajectories. */
  readonly steps: Steps;
  /** Of the one trained on few. */
  readonly overfit: Steps | undefined;
  readonly witnessed: { readonly pair: Pair; readonly witness: Witness } | undefined;
}

const SIZES = { hidden: 16 };
const init = (key: Key): Float64Array => CELESTIAL.init(key);

/** v_x of every body one σ too large after a step. */
const shifted = (steps: Steps): Steps => async (states, key) => (await steps(states, key)).map((state) => state.map((value, at) => (at % 7 === 4 ? value + SIGMA : value)));

theorem("epns/pooled-test-power", {
  title: "A check of equivariance that pools initial states sees nothing in one step, and only the errors of an overfit model in ten",
  statement: `Kolmogorov–Smirnov tests of one step, coordinate by coordinate over many initial states, seldom reject a model that is not equivariant, trained on ${MANY} trajectories; the paired witness does. Trained on ${FEW}, it is rejected after ${AHEAD} steps`,
  source: { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "the check of equivariance in the released code (kminartz/EPNS)" },
  assumptions: ["the spread of initial states is far wider than what one step adds, as in the task", "messages on raw coordinates; the nets are those of this run"],
  claims: {
    pooled: atMost(0.06, {
      of: `1[some of the 30 coordinates has p < 1e-3 after one step, trained on ${MANY} trajectories]; one repeat of the check: fresh initial states, one group element`,
      range: [0, 1],
      because: "30 tests at level 1e-3 reject in at most 3 % of repeats where nothing is wrong; twice that is no power",
    }),
    witness: atLeast(0.05, {
      of: "tanh(w · u) of a step of that model from x less that of a step from g x turned back, for a searched pair, as in epns/lemma-equivariance-distribution",
      range: [-2, 2],
      because: "the margin of epns/lemma-equivariance-distribution",
    }),
    overfit: atLeast(0.5, {
      of: `1[some of the 30 coordinates has p < 1e-3 after ${AHEAD} steps, trained on ${FEW} trajectories]; one repeat of the check`,
      range: [0, 1],
      because: "an even chance to see it in one repeat: what a model gets wrong in every direction adds up, until it is as wide as initial states are",
      from: "standard",
    }),
  },
  budget: {
    smoke: { samples: 20_000, training: 300, pairs: 24 },
    standard: { samples: 20_000, training: 1000, pairs: 24 },
  },
  world: { model: rawBodies(SIZES), steps: (steps: Steps) => steps },
  falsifiers: {
    "velocities shifted": {
      breaks: "the kernel, so badly that even the pooled check sees it: v_x is one standard deviation too large after every step",
      world: { steps: shifted },
      mustRefute: ["pooled"],
    },
    "equivariant model": {
      breaks: "what there is to find: vector–scalar messages, trained alike, are equivariant",
      world: { model: vectorScalar(SIZES) },
      mustRefute: ["witness", "overfit"],
    },
  },
  prepare: async ({ model, steps: change }: World, { key, budget, claims }): Promise<Prepared> => {
    await selectBackend();
    const trained = async (trajectories: number): Promise<Steps> => {
      const fitted = await trainedBodies(model, { trajectories, steps: budget.training, learningRate: 4e-3 }, key.fold("weights"));
      return change(compiledSteps(model, fitted));
    };
    const steps = await trained(MANY);
    const overfit = claims.has("overfit") ? await trained(FEW) : undefined;
    if (!claims.has("witness")) return { steps, overfit, witnessed: undefined };
    const pair = await searchedPair(steps, init, meanWitness, { key: key.fold("search"), pairs: budget.pairs, held: 256 });
    return { steps, overfit, witnessed: { pair, witness: meanWitness(await outcomes(steps, pair, key.fold("learn"), 2048)) } };
  },
  async *evidence({ steps, overfit, witnessed }, { key, claims }) {
    for (let batch = 0; ; batch++) {
      const own = key.fold(batch);
      const found: Record<string, number | number[]> = {};
      if (witnessed !== undefined && claims.has("witness")) {
        const [plain, moved] = await outcomes(steps, witnessed.pair, own.fold("witness"), BATCH);
        found.witness = plain.map((u, i) => witnessed.witness.feature(u) - witnessed.witness.feature(moved[i]));
      }
      const rejects = async (judged: Steps, length: number, label: string): Promise<number> =>
        (await pooledCheck(judged, init, { rollouts: ROLLOUTS, steps: length }, own.fold(label))) ? 1 : 0;
      if (claims.has("pooled")) found.pooled = await rejects(steps, 1, "pooled");
      if (overfit !== undefined && claims.has("overfit")) found.overfit = await rejects(overfit, AHEAD, "overfit");
      yield found;
    }
  },
});
