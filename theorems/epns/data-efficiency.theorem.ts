import {
  atLeast,
  bodyKernel,
  bodyLogLikelihood,
  type BodyModel,
  bodyRolloutSteps,
  type BodyTransition,
  brokenVectorScalar,
  type Budget,
  type Context,
  type Evidence,
  fitBodies,
  type FittedBodies,
  Key,
  matchedWidth,
  parameterCount,
  permutation,
  rawBodies,
  type RolloutSteps,
  selectBackend,
  theorem,
  trajectory,
  vectorScalar,
  within,
} from "simverdict";
import { celestialDynamics } from "./dynamics.js";
import { freshStarts, ksDistances, lastValues } from "./rollout-scores.js";
import { type BodyNetBudget, CELESTIAL, trainedBodies, trainingTrajectories } from "./trained-bodies.js";

/** A model, and how it is trained. */
interface Contestant {
  readonly model: BodyModel;
  readonly augmentation?: "rotation";
  /** Bodies change places between each state and the next one. */
  readonly isPermuted?: boolean;
}

/** Who is compared with the rivals. */
interface World {
  readonly model: Contestant;
}

interface EfficiencyBudget extends Budget, BodyNetBudget {
  /** Training seeds: each has its own trajectories, start and batches. Every observation draws one. */
  readonly seeds: number;
  /** The training in which there is no lack of data. */
  readonly ample: BodyNetBudget;
}

type Rival = "pns" | "broken" | "augmented";

/** Nets of all training seeds, and how those that roll out do; those that the claims ask for. */
type Prepared = Readonly<Record<"model", readonly FittedBodies[]> & Partial<Record<Rival | "ampleModel" | "ampleBroken", readonly FittedBodies[]>>> & {
  readonly rollouts: Readonly<Partial<Record<"model" | "pns", readonly RolloutSteps<Float64Array>[]>>>;
};

const HIDDEN = 16;
const LEARNING_RATE = 4e-3;
/** Held-out trajectories and starts in a batch of evidence; transitions between those of a trajectory that are scored. */
const [TRAJECTORIES, STARTS, STRIDE] = [48, 36, 10];
/** Of an ensemble of rollouts: its size, and the observations ahead. */
const [ROLLOUTS, AHEAD] = [32, 10];
/** Where a transition scores one half, in nats per body. */
const CENTRE = 21;

const equivariant = vectorScalar({ hidden: HIDDEN });
const asLarge = (rival: (hidden: number) => BodyModel): BodyModel =>
  rival(matchedWidth(parameterCount(equivariant.init(Key.root(0))), rival));
const PNS = asLarge((hidden) => rawBodies({ hidden }));
const BROKEN = asLarge((hidden) => brokenVectorScalar({ hidden }));
const RIVALS: Readonly<Record<Rival, Contestant>> = {
  pns: { model: PNS },
  broken: { model: BROKEN },
  augmented: { model: PNS, augmentation: "rotation" },
};

/** The score of a transition, in (0, 1). */
const score = (bound: number): number => 1 / (1 + Math.exp(CENTRE - bound));

const OF = "mean score of ten transitions of a held-out trajectory, 1/(1 + e^{−(ELBO − 21)}), ELBO in nats per body";
const PAIRED = { range: [-1, 1] as const };
/** The controls need longer training, and some a hundred seconds. */
const claims = {
  "beats-pns": atLeast(0.05, { of: `EPNS − PNS: ${OF}`, ...PAIRED, because: "a twentieth of the range" }),
  ks: atLeast(0.05, {
    of: `PNS − EPNS: KS distance to the simulator, mean of K and U, ${ROLLOUTS} rollouts each, ${AHEAD} observations ahead`,
    ...PAIRED,
    because: "a twentieth of the range",
  }),
  "beats-broken": atLeast(0.005, {
    of: `EPNS − the same architecture that sees raw coordinates too: ${OF}`,
    ...PAIRED,
    because: "what is left when the output's form is the same is small, and lies in the tails",
    from: "standard",
  }),
  augmentation: atLeast(-0.02, {
    of: `EPNS − PNS trained on randomly rotated transitions: ${OF}`,
    ...PAIRED,
    because: "not worse by more than a fiftieth of the range; whether it is better is not claimed",
    from: "standard",
  }),
  "form-not-symmetry": within([-0.01, 0.01], {
    of: `EPNS − the same architecture that sees raw coordinates too, both trained on 80 trajectories: ${OF}`,
    ...PAIRED,
    because: "with enough data the symmetry is learned: a gap that remains to PNS is one of the output's form",
    from: "standard",
  }),
};

const hypothesis: World = { model: { model: equivariant } };

theorem("epns/data-efficiency/celestial", {
  title: "With five trajectories an equivariant simulator of bodies beats one that is not, and augmentation makes up for it",
  statement:
    "Trained on 500 transitions: E [s(EPNS) − s(PNS)] ≥ .05 and E [KS(PNS) − KS(EPNS)] ≥ .05; from the standard tier on, ≥ .005 against the same architecture with equivariance broken, ≥ −.02 against rotation augmentation, and with 80 trajectories within ±.01 of the broken one. Of the nets of this run: their training seeds are drawn per observation, and few",
  source: { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "data efficiency; the controls are this project's" },
  assumptions: [
    "all nets have as many parameters (±5 %), and take as many steps on the same trajectories",
    "the nets are those of this run: held-out trajectories and starts are fresh, training is not",
  ],
  claims,
  budget: {
    smoke: { samples: 4_000, seeds: 3, trajectories: 5, steps: 300, ample: { trajectories: 80, steps: 300 } },
    standard: { samples: 30_000, seeds: 6, trajectories: 5, steps: 1_000, ample: { trajectories: 80, steps: 300 } },
  },
  world: hypothesis,
  falsifiers: {
    "PNS against itself": {
      breaks: "the difference: the model is PNS",
      world: { model: RIVALS.pns },
      mustRefute: ["beats-pns", "ks", "beats-broken", "augmentation", "form-not-symmetry"],
    },
    "permuted targets": {
      breaks: "the training pairs: bodies change places between a state and the next one",
      world: { model: { model: equivariant, isPermuted: true } },
      mustRefute: ["beats-pns", "ks", "beats-broken", "augmentation"],
    },
  },
  async prepare({ model }: World, { key, budget, claims }: Context<World, EfficiencyBudget>): Promise<Prepared> {
    await selectBackend();
    const { seeds, ample } = budget;
    const nets = async (contestant: Contestant, size: BodyNetBudget): Promise<FittedBodies[]> => {
      const all: FittedBodies[] = [];
      // one net is enough to show that training on permuted bodies fails
      for (let seed = 0; seed < seeds; seed++) all.push(contestant.isPermuted && seed > 0 ? all[0] : await train(contestant, size, key.fold(seed)));
      return all;
    };
    const asked = {
      pns: claims.has("beats-pns") || claims.has("ks"),
      broken: claims.has("beats-broken"),
      augmented: claims.has("augmentation"),
    };
    const prepared: Record<string, FittedBodies[]> = { model: await nets(model, budget) };
    for (const rival of Object.keys(RIVALS) as Rival[]) if (asked[rival]) prepared[rival] = await nets(RIVALS[rival], budget);
    if (claims.has("form-not-symmetry")) {
      prepared.ampleModel = await nets(model, ample);
      prepared.ampleBroken = await nets(RIVALS.broken, ample);
    }
    const rollouts = claims.has("ks") ? { model: prepared.model.map(rollingOut), pns: prepared.pns.map(rollingOut) } : {};
    return { ...(prepared as unknown as Prepared), rollouts };
  },
  async *evidence(prepared, { key, budget, claims }): AsyncGenerator<Evidence> {
    for (let batch = 0; ; batch++) {
      const own = key.fold(batch);
      const found: Record<string, number[]> = {};
      const paths = [...claims].some((claim) => claim !== "ks") ? heldOut(own.fold("trajectories")) : [];
      const drawn = drawnSeeds(paths.length, budget.seeds, own.fold("seeds"));
      const scores = (nets: readonly FittedBodies[]): Promise<number[]> =>
        bySeed(paths, drawn, (some, seed) => meanScores(nets[seed], some, own.fold("latents").fold(seed)));
      const paired = async (claim: string, nets: readonly FittedBodies[] | undefined, rivals: readonly FittedBodies[] | undefined): Promise<void> => {
        if (!claims.has(claim)) return;
        const others = await scores(rivals!);
        found[claim] = (await scores(nets!)).map((value, i) => value - others[i]);
      };
      await paired("beats-pns", prepared.model, prepared.pns);
      await paired("beats-broken", prepared.model, prepared.broken);
      await paired("augmentation", prepared.model, prepared.augmented);
      await paired("form-not-symmetry", prepared.ampleModel, prepared.ampleBroken);
      if (claims.has("ks")) {
        const starts = freshStarts(celestialDynamics, STARTS, own.fold("starts"));
        const seeds = drawnSeeds(STARTS, budget.seeds, own.fold("seeds of starts"));
        const { model, pns } = prepared.rollouts;
        found.ks = await bySeed(starts, seeds, async (some, seed) => {
          const [near, far] = await energyDistances([model![seed], pns![seed]], some, own.fold("rollouts").fold(seed));
          return far.map((value, i) => value - near[i]);
        });
      }
      yield found;
    }
  },
});

async function train({ model, augmentation, isPermuted }: Contestant, { trajectories, steps }: BodyNetBudget, key: Key): Promise<FittedBodies> {
  const training = { steps, learningRate: LEARNING_RATE, ...(augmentation && { augmentation }) };
  if (isPermuted !== true) return trainedBodies(model, { trajectories, ...training }, key);
  const stream = key.fold("permutations").stream();
  const pairs = trainingTrajectories(trajectories, key).flatMap((path) =>
    path.slice(1).map((next, at) => {
      const order = permutation(stream, next.length / 7);
      // masses, which training does not ask for, stay
      return [path[at], Float64Array.from(next, (mass, i) => (i % 7 === 0 ? mass : next[7 * order[Math.floor(i / 7)] + (i % 7)]))];
    }),
  );
  return fitBodies(model, pairs, { dt: 0.1, ...training }, key.fold("net"));
}

/** Every tenth transition of fresh trajectories of 100, from a random one of the first ten on. */
function heldOut(key: Key): BodyTransition[][] {
  return Array.from({ length: TRAJECTORIES }, (_, i) => {
    const states = trajectory(CELESTIAL, key.fold(i), 101);
    const offset = Math.floor(STRIDE * key.fold(i).fold("offset").stream().uniform());
    return Array.from({ length: 100 / STRIDE }, (_, k) => [states[offset + STRIDE * k], states[offset + STRIDE * k + 1]] as const);
  });
}

const drawnSeeds = (count: number, seeds: number, key: Key): number[] => {
  const stream = key.stream();
  return Array.from({ length: count }, () => Math.floor(seeds * stream.uniform()));
};

/** A number for each item, computed together for those of which the same seed was drawn. */
async function bySeed<X>(items: readonly X[], drawn: readonly number[], of: (some: readonly X[], seed: number) => number[] | Promise<number[]>): Promise<number[]> {
  const values = new Array<number>(items.length);
  for (const seed of new Set(drawn)) {
    const places = drawn.flatMap((own, i) => (own === seed ? [i] : []));
    (await of(places.map((i) => items[i]), seed)).forEach((value, at) => (values[places[at]] = value));
  }
  return values;
}

/** The mean score of each trajectory. */
function meanScores(net: FittedBodies, paths: readonly BodyTransition[][], key: Key): number[] {
  const bounds = bodyLogLikelihood(net, paths.flat(), { key });
  let at = 0;
  return paths.map((path) => path.reduce((sum) => sum + score(bounds[at++]), 0) / path.length);
}

/** How a trained net goes on. */
function rollingOut({ model, parameters, scales }: FittedBodies): RolloutSteps<Float64Array> {
  return bodyRolloutSteps(bodyKernel(model, { parameters, scales, bodies: 5, init: (start) => CELESTIAL.init(start) }));
}

/** KS distances between rollouts of some nets and of the simulator, mean of K and U, from each start. */
async function energyDistances(nets: readonly RolloutSteps<Float64Array>[], starts: readonly Float64Array[], key: Key): Promise<number[][]> {
  const sizes = { rollouts: ROLLOUTS, steps: AHEAD };
  const wanted = await lastValues(celestialDynamics.simulator, starts, sizes, key.fold("simulator"));
  const features = Object.values(celestialDynamics.features);
  const distances: number[][] = [];
  for (const [i, steps] of nets.entries()) {
    const found = await lastValues(steps, starts, sizes, key.fold(i));
    const each = features.map((feature) => ksDistances(found, wanted, feature));
    distances.push(starts.map((_, at) => each.reduce((sum, of) => sum + of[at], 0) / features.length));
  }
  return distances;
}
