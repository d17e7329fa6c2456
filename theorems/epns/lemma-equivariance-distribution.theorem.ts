import { bodyKernel, type BodyModel, celestial, type Key, selectBackend, theorem, vectorScalar, within } from "simverdict";
import { SCALES } from "./body-commutation.js";
import { breakBodies, SLIPPED_EDGES } from "./broken-parts.js";
import { kernelUnderTest } from "./kernel-under-test.js";
import { meanWitness, outcomes, type Pair, searchedPair, spreadWitness, type Steps, type Witness } from "./moment-witness.js";

/** Largest difference of the means of a witness. */
const DELTA = 0.05;
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
type Prepared = Readonly<Record<ClaimName, { readonly steps: Steps; readonly pair: Pair; readonly witness: Witness }>>;

const SIMULATOR = celestial();
const SIZES = { hidden: 16 };

/** A model with random weights; without training its latents matter, so that no premise hides behind a KL near 0. */
const learned = (model: BodyModel, alongX = 1) => (key: Key): Subject => {
  const init = (key: Key): Float64Array => SIMULATOR.init(key);
  const kernel = bodyKernel(model, { parameters: model.init(key), scales: SCALES, bodies: 5, init });
  /** The third layer of noise is that of velocities. */
  const isAlongX = (at: number): boolean => at >= 30 && at < 45 && at % 3 === 0;
  const noise = (key: Key): Float64Array => kernel.noise(key).map((value, at) => (isAlongX(at) ? alongX * value : value));
  return { init, steps: (states, key) => kernel.stepAll(states, states.map((_, i) => noise(key.fold(i)))) };
};

const model = vectorScalar(SIZES);

/** The user's kernel, one step at a time; else a learned model. */
const subject: World["subject"] = async (key) => {
  const kernel = await kernelUnderTest(["init", "step"]);
  if (kernel === undefined) return learned(model)(key);
  return { init: (key) => kernel.init(key), steps: (states, key) => states.map((state, i) => kernel.step(key.fold(i), state)) };
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
  world: { subject },
  falsifiers: {
    "prior along x": {
      breaks: "the prior: its mean is moved by .3 σ along e_x",
      world: { subject: learned(breakBodies(model, "prior")) },
      mustRefute: ["first-moment"],
    },
    "noise along x": {
      breaks: "the decoder's law: its noise of v_x counts 1.3 times; first moments do not show this",
      world: { subject: learned(model, 1.3) },
      mustRefute: ["second-moment"],
    },
    "edge feature as released": {
      breaks: "the edge features: |dv| without v_x, as in the released code",
      world: { subject: learned(vectorScalar({ ...SIZES, edgeScalars: SLIPPED_EDGES })) },
      mustRefute: ["first-moment"],
    },
  },
  prepare: async ({ subject }: World, { key, budget: { pairs, held, learned: count } }): Promise<Prepared> => {
    await selectBackend();
    const { steps, init } = await subject(key.fold("weights"));
    const found = Object.entries(WITNESSES).map(([name, learn]) => {
      const own = key.fold(name);
      const pair = searchedPair(steps, init, learn, { key: own.fold("search"), pairs, held });
      return [name, { steps, pair, witness: learn(outcomes(steps, pair, own.fold("learn"), count)) }];
    });
    return Object.fromEntries(found) as Prepared;
  },
  *evidence(prepared, { key, claims }) {
    for (let batch = 0; ; batch++) {
      const differences = (Object.keys(WITNESSES) as ClaimName[]).filter((name) => claims.has(name)).map((name) => {
        const { steps, pair, witness } = prepared[name];
        const [plain, moved] = outcomes(steps, pair, key.fold(name).fold(batch), BATCH);
        return [name, plain.map((u, i) => witness.feature(u) - witness.feature(moved[i]))] as const;
      });
      yield Object.fromEntries(differences);
    }
  },
});
