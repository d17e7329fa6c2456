import { atLeast, atMost, type Budget, type Context, type Evidence, type Key, randomisedRank, type RolloutSteps, theorem, type Tier, uniformityDistance } from "simverdict";
import { celestialDynamics, cellularDynamics, type Contender, type Dynamics, type NetBudget } from "./dynamics.js";
import { type FeatureValues, freshStarts, lastValues } from "./rollout-scores.js";

/** Rollouts of a model among which the truth is ranked, ranks in an estimate, and estimates in a batch. */
const [ROLLOUTS, RANKS, BLOCKS] = [16, 4, 4];
const RIVALS = ["pns", "mlp"] as const;
type Rival = (typeof RIVALS)[number];

/** Who is judged, and whether its noise is on. */
interface World {
  readonly model: Contender;
  readonly noise: "drawn" | "none";
}

type UncertaintyBudget = Budget & NetBudget;
type Prepared<S> = Readonly<Record<"model", RolloutSteps<S>> & Partial<Record<Rival, RolloutSteps<S>>>>;

/** The distance of rollouts that are all alike, and as often too low as too high: ranks 0 and 1, each with probability ½. */
const WITHOUT_NOISE = 1 / 12;
const of = (ahead: string): string =>
  `uniformity distance of ${RANKS} ranks of the truth among ${ROLLOUTS} rollouts, ${ahead}, mean over the statistics`;
const nearer = (rival: string, ahead: string, from: Tier = "smoke") =>
  atLeast(WITHOUT_NOISE / 2, { of: `${rival} − EPNS: ${of(ahead)}`, range: [-1 / 2, 1 / 2], because: "nearer to uniform by half the distance 1/12 of rollouts without noise", from });

/** For each block of starts, the uniformity distance of the ranks of the truth, mean over the statistics. */
function distances<S>({ features }: Dynamics<S>, truths: readonly FeatureValues<S>[], rollouts: readonly FeatureValues<S>[], key: Key): number[] {
  const statistics = Object.entries(features);
  const found = new Array<number>(truths.length / RANKS).fill(0);
  for (const [name, feature] of statistics) {
    const stream = key.fold(name).stream();
    const ranks = truths.map((truth, i) => randomisedRank(stream, rollouts[i](feature), truth(feature)[0]));
    found.forEach((_, block) => (found[block] += uniformityDistance(ranks.slice(block * RANKS, (block + 1) * RANKS)) / statistics.length));
  }
  return found;
}

const prepareWith = <S>(dynamics: Dynamics<S>) => async ({ model, noise }: World, { key, budget, claims }: Context<World, UncertaintyBudget>): Promise<Prepared<S>> => {
  const prepared: { model: RolloutSteps<S> } & Partial<Record<Rival, RolloutSteps<S>>> = { model: await dynamics.contender(model, budget, key, noise) };
  for (const rival of RIVALS) if (claims.has(rival)) prepared[rival] = await dynamics.contender(rival, budget, key);
  return prepared;
};

const evidenceWith = <S>(dynamics: Dynamics<S>, steps: number) => async function* (prepared: Prepared<S>, { key, claims }: Context<World, UncertaintyBudget>): AsyncGenerator<Evidence> {
  for (let batch = 0; ; batch++) {
    const own = key.fold(batch);
    const starts = freshStarts(dynamics, RANKS * BLOCKS, own.fold("starts"));
    const truths = await lastValues(dynamics.simulator, starts, { rollouts: 1, steps }, own.fold("truth"));
    const judged = async (who: RolloutSteps<S>, label: string): Promise<number[]> =>
      distances(dynamics, truths, await lastValues(who, starts, { rollouts: ROLLOUTS, steps }, own.fold(label)), own.fold("ranks").fold(label));
    const model = await judged(prepared.model, "model");
    const found: Record<string, number[]> = claims.has("calibrated") ? { calibrated: model } : {};
    for (const rival of RIVALS) {
      if (claims.has(rival)) found[rival] = (await judged(prepared[rival]!, rival)).map((distance, block) => distance - model[block]);
    }
    yield found;
  }
};

const SOURCE = { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "distributions of rollouts; the ranks are this project's" };
const ASSUMPTIONS = [
  "all nets take as many training steps on the same sequences",
  "the nets are those of this run: initial states and noise are fresh, training is not",
];
const world: World = { model: "epns", noise: "drawn" };
const FIVE = "five observations ahead";
/** Against PNS, where the difference is smaller. [After 1,000 steps PNS .018, EPNS .003; at width 32, on 20 trajectories, .009 and .005.] */
const notFarther = atLeast(-WITHOUT_NOISE / 4, {
  of: `PNS − EPNS: ${of(FIVE)}`,
  range: [-1 / 2, 1 / 2],
  because: "not farther from uniform by more than a quarter of 1/12: what is between them is smaller than that",
  from: "standard",
});

theorem("epns/uncertainty/celestial", {
  title: "The true energies of bodies lie among those of an equivariant simulator as if they were one of them",
  statement:
    "Ranks of K and U five observations ahead: ∫ (F(t) − t)² dt ≤ 1/24 for EPNS, and at least 1/24 less than for PNS-MLP; from the standard tier on, with longer training, at most 1/48 more than for PNS: that it is less is not claimed, for both are near 0",
  source: SOURCE,
  assumptions: ASSUMPTIONS,
  claims: {
    calibrated: atMost(WITHOUT_NOISE / 2, {
      of: `EPNS: ${of(FIVE)}`,
      range: [-1 / 6, 1 / 3],
      because: "half the distance 1/12 of rollouts without noise that are as often too low as too high",
    }),
    mlp: nearer("PNS-MLP", FIVE),
    pns: notFarther,
  },
  budget: {
    smoke: { samples: 2_000, sequences: 5, hidden: 16, steps: 300 },
    standard: { samples: 10_000, sequences: 5, hidden: 16, steps: 1_000 },
  },
  world,
  falsifiers: {
    "deterministic rollouts": {
      breaks: "the noise of latents and decoder: it is off; the released code rolls out nearly so, since its latents collapse under a Gaussian decoder",
      world: { noise: "none" as const },
      mustRefute: ["calibrated"],
    },
    "PNS-MLP for EPNS": { breaks: "the model: it is PNS-MLP", world: { model: "mlp" as const }, mustRefute: ["pns", "mlp"] },
  },
  prepare: prepareWith(celestialDynamics),
  evidence: evidenceWith(celestialDynamics, 5),
});

const ONE = "one observation ahead";
/** A step of a lattice takes milliseconds: the smoke tier leaves cells out. */
theorem("epns/uncertainty/cellular", {
  title: "The true shapes of cells lie among those of an equivariant simulator more nearly as if they were one of them than among its rivals'",
  statement:
    "Ranks of clusters, the largest of them, boundary and smallest volume, one observation ahead: ∫ (F(t) − t)² dt is at least 1/24 less for EPNS than for PNS and PNS-MLP; that it is near 0 is not claimed, for the boundary is too long in all of them",
  source: SOURCE,
  assumptions: ASSUMPTIONS,
  claims: { pns: nearer("PNS", ONE, "standard"), mlp: nearer("PNS-MLP", ONE, "standard") },
  budget: {
    smoke: { samples: 2_000, sequences: 5, hidden: 8, steps: 300 },
    standard: { samples: 4_000, sequences: 5, hidden: 8, steps: 1_000 },
  },
  world,
  falsifiers: {
    "PNS against itself": { breaks: "the difference: the model is PNS", world: { model: "pns" as const }, mustRefute: ["pns"] },
    "PNS-MLP against itself": { breaks: "the difference: the model is PNS-MLP", world: { model: "mlp" as const }, mustRefute: ["mlp"] },
  },
  prepare: prepareWith(cellularDynamics),
  evidence: evidenceWith(cellularDynamics, 1),
});
