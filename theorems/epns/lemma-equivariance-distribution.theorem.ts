import { type BodyModel, type Key, rawBodies, selectBackend, theorem, vectorScalar, within } from "simverdict";
import { SCALES } from "./body-commutation.js";
import { breakBodies, SLIPPED_EDGES } from "./broken-parts.js";
import { compiledSteps, kernelSteps, sameBodies, type Steps } from "./compiled-steps.js";
import { bodiesUnderTest } from "./kernel-under-test.js";
import { DELTA, meanWitness, outcomes, type Pair, searchedPair, spreadWitness, type Witness } from "./moment-witness.js";
import { CELESTIAL, trainedBodies } from "./trained-bodies.js";

const BATCH = 256;

/** What the lemma is checked on; a falsifier breaks the model or its noise. */
interface World {
  /** Steps and initial states of a black box. */
  readonly subject: (key: Key) => Subject | Promise<Subject>;
}

interface Subject {
  readonly steps: Steps;
  readonly init: (key: Key) => Float64Array;
}

const WITNESSES = { "first-moment": meanWitness, "second-moment": spreadWitness } as const;
type ClaimName = keyof typeof WITNESSES;
type Prepared = Readonly<Partial<Record<ClaimName, { readonly steps: Steps; readonly pair: Pair; readonly witness: Witness }>>>;

/** What a kernel under test needs. */
const MODEL = { bodies: ["init", "step"] } as const;
const SIZES = { hidden: 16 };
const init = (key: Key): Float64Array => CELESTIAL.init(key);

/** A model with random weights; without training its latents matter, so that no premise hides behind a KL near 0. */
const untrained = (model: BodyModel) => (key: Key): Subject => ({ init, steps: compiledSteps(model, { parameters: model.init(key), scales: SCALES }) });

/** A model trained on five trajectories. */
const trained = (model: BodyModel) => async (key: Key): Promise<Subject> =>
  ({ init, steps: compiledSteps(model, await trainedBodies(model, { trajectories: 5, steps: 1000, learningRate: 4e-3 }, key)) });

const model = vectorScalar(SIZES);

/** Share of the difference of two steps that makes the standard deviation 1.3 times as large: (1 + c)² + c² = 1.3². */
const MORE = (Math.sqrt(2 * 1.3 ** 2 - 1) - 1) / 2;

/** The same means, but v_x of every body strays 1.3 times as far from its own, whatever share latents have in that. */
const noisier = (key: Key): Subject => {
  const { steps } = untrained(model)(key);
  return {
    init,
    steps: async (states, own) => {
      const others = await steps(states, own.fold("other"));
      return (await steps(states, own.fold("one"))).map((state, i) => state.map((value, at) => (at % 7 === 4 ? value + MORE * (value - others[i][at]) : value)));
    },
  };
};

/** The user's kernel; else a learned model. */
const subject: World["subject"] = async (key) => {
  const kernel = await bodiesUnderTest(MODEL);
  return kernel === undefined ? untrained(model)(key) : { init: kernel.init, steps: await kernelSteps(kernel, sameBodies, key.fold("steps")) };
};

theorem("epns/lemma-equivariance-distribution", {
  title: "An equivariant forward model, prior and decoder give equivariant laws",
  statement: "p(g x' | g x) = p(x' | x): witnesses of first and second moments have equal means on both sides, for pairs (x, g) searched for the contrary",
  source: { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "Lemma 1" },
  assumptions: ["forward model, prior and decoder are equivariant", "witnesses and pairs are found with other draws than those that judge"],
  claims: {
    "first-moment": within([-DELTA, DELTA], {
      of: "tanh(w · u) of a step from x less that of a step from g x turned back, u its whitened increments, w the difference of held-out means",
      range: [-2, 2],
      because: "the smallest difference that some 5,000 pairs of steps decide at α = 1e-5",
    }),
    "second-moment": within([-DELTA, DELTA], {
      of: "mean over bodies of 1 − exp(−(e · u)²/2), x less g x turned back, e the axis on which held-out second moments differ most",
      range: [-1, 1],
      because: "the same δ; a factor 1.3 on one axis' noise moves it by .1",
    }),
  },
  budget: {
    smoke: { samples: 40_000, pairs: 24, held: 256, learned: 2048 },
    standard: { samples: 200_000, pairs: 200, held: 512, learned: 4096 },
  },
  model: MODEL,
  world: { subject },
  falsifiers: {
    "prior along x": {
      breaks: "the prior: its mean is moved by .3 σ along e_x",
      world: { subject: untrained(breakBodies(model, "prior")) },
      mustRefute: ["first-moment"],
    },
    "noise along x": {
      breaks: "the law: all noise of v_x, of latents and decoder, counts 1.3 times; first moments do not show this",
      world: { subject: noisier },
      mustRefute: ["second-moment"],
    },
    "PNS, trained": {
      breaks: "the forward model, prior and decoder: messages on raw coordinates, trained 1,000 steps on five trajectories",
      world: { subject: trained(rawBodies(SIZES)) },
      mustRefute: ["first-moment"],
    },
    "edge feature as released": {
      breaks: "the edge features: |dv| without v_x, as in the released code",
      world: { subject: untrained(vectorScalar({ ...SIZES, edgeScalars: SLIPPED_EDGES })) },
      mustRefute: ["first-moment"],
    },
  },
  prepare: async ({ subject }: World, { key, budget: { pairs, held, learned: count }, claims }): Promise<Prepared> => {
    await selectBackend();
    const { steps, init } = await subject(key.fold("weights"));
    const found: [string, Prepared[ClaimName]][] = [];
    for (const [name, learn] of Object.entries(WITNESSES)) {
      if (!claims.has(name)) continue;
      const own = key.fold(name);
      const pair = await searchedPair(steps, init, learn, { key: own.fold("search"), pairs, held });
      found.push([name, { steps, pair, witness: learn(await outcomes(steps, pair, own.fold("learn"), count)) }]);
    }
    return Object.fromEntries(found);
  },
  async *evidence(prepared, { key, claims }) {
    for (let batch = 0; ; batch++) {
      const differences: Record<string, number[]> = {};
      for (const name of Object.keys(WITNESSES) as ClaimName[]) {
        const found = prepared[name];
        if (found === undefined || !claims.has(name)) continue;
        const [plain, moved] = await outcomes(found.steps, found.pair, key.fold(name).fold(batch), BATCH);
        differences[name] = plain.map((u, i) => found.witness.feature(u) - found.witness.feature(moved[i]));
      }
      yield differences;
    }
  },
});
