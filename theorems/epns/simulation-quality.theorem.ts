import { atLeast, atMost, type Budget, type Context, type Evidence, type OneSidedClaim, type RolloutSteps, theorem, type Tier } from "simverdict";
import { celestialDynamics, cellularDynamics, type Contender, type Dynamics, type NetBudget } from "./dynamics.js";
import { freshStarts, ksDistances, lastValues } from "./rollout-scores.js";

/** Rollouts in an ensemble, and starts in a batch. */
const [ROLLOUTS, BATCH] = [16, 16];
/** How far rollouts go. */
const [STEPS, AHEAD] = [10, "ten observations ahead"];

/** Who is compared with the rivals, and with whom the simulator. */
interface World {
  readonly model: Contender;
  readonly floor: Contender | "simulator";
}

type QualityBudget = Budget & NetBudget;
type Rival = "pns" | "mlp";
/** Those that the claims ask for. */
type Prepared<S> = Readonly<Partial<Record<"model" | "floor" | Rival, RolloutSteps<S>>>>;

const claims = (margin: number, because: string, from: Tier): Record<Rival | "floor", OneSidedClaim> => {
  const than = (rival: string) =>
    atLeast(margin, {
      of: `KS(${rival}, simulator) − KS(EPNS, simulator) of ${ROLLOUTS} rollouts each ${AHEAD}, mean over the statistics`,
      range: [-1, 1],
      because,
      from,
    });
  return {
    pns: than("PNS"),
    mlp: than("PNS-MLP"),
    floor: atMost(1 / 3, {
      of: `KS(simulator, simulator) of ${ROLLOUTS} rollouts each ${AHEAD}, mean over the statistics`,
      range: [0, 1],
      because: "Kolmogorov's law has the mean .869 √(2/16) = .307 for continuous statistics, less for discrete ones",
      from,
    }),
  };
};

const falsifiers = {
  "PNS against itself": { breaks: "the difference: the model is PNS", world: { model: "pns" as const }, mustRefute: ["pns"] as ["pns"] },
  "PNS-MLP against itself": { breaks: "the difference: the model is PNS-MLP", world: { model: "mlp" as const }, mustRefute: ["mlp"] as ["mlp"] },
  "PNS for the simulator": {
    breaks: "the floor: PNS takes the place of one of the two simulators",
    world: { floor: "pns" as const },
    mustRefute: ["floor"] as ["floor"],
  },
};

const prepareWith = <S>(dynamics: Dynamics<S>) => async ({ model, floor }: World, { key, budget, claims }: Context<World, QualityBudget>): Promise<Prepared<S>> => {
  const prepared: Partial<Record<"model" | "floor" | Rival, RolloutSteps<S>>> = {};
  const trained = (who: Contender): Promise<RolloutSteps<S>> => dynamics.contender(who, budget, key);
  for (const rival of ["pns", "mlp"] as const) if (claims.has(rival)) prepared[rival] = await trained(rival);
  if (claims.has("pns") || claims.has("mlp")) prepared.model = await trained(model);
  if (claims.has("floor")) prepared.floor = floor === "simulator" ? dynamics.simulator : await trained(floor);
  return prepared;
};

const evidenceWith = <S>(dynamics: Dynamics<S>) => async function* (prepared: Prepared<S>, { key, claims }: Context<World, QualityBudget>): AsyncGenerator<Evidence> {
  const statistics = Object.values(dynamics.features);
  for (let batch = 0; ; batch++) {
    const own = key.fold(batch);
    const starts = freshStarts(dynamics, BATCH, own.fold("starts"));
    const sizes = { rollouts: ROLLOUTS, steps: STEPS };
    const truth = await lastValues(dynamics.simulator, starts, sizes, own.fold("simulator"));
    const distances = async (who: keyof Prepared<S>): Promise<number[]> => {
      const values = await lastValues(prepared[who]!, starts, sizes, own.fold(who));
      const found = statistics.map((feature) => ksDistances(values, truth, feature));
      return starts.map((_, i) => found.reduce((sum, distance) => sum + distance[i], 0) / statistics.length);
    };
    const found: Record<string, number[]> = claims.has("floor") ? { floor: await distances("floor") } : {};
    const rivals = (["pns", "mlp"] as const).filter((rival) => claims.has(rival));
    const model = rivals.length > 0 ? await distances("model") : [];
    for (const rival of rivals) found[rival] = (await distances(rival)).map((distance, i) => distance - model[i]);
    yield found;
  }
};

const shared = <S>(dynamics: Dynamics<S>, margin: number, because: string, from: Tier) => ({
  source: { cite: "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286", where: "quality of simulations, EPNS against PNS and PNS-MLP" },
  assumptions: ["all nets take as many training steps on the same sequences", "the nets are those of this run: initial states and noise are fresh, training is not"],
  claims: claims(margin, because, from),
  world: { model: "epns", floor: "simulator" } as World,
  falsifiers,
  prepare: prepareWith(dynamics),
  evidence: evidenceWith(dynamics),
});

theorem("epns/simulation-quality/celestial", {
  title: "Rollouts of an equivariant simulator of bodies are closer in law to the true ones than those of its rivals",
  statement: "Energies ten observations ahead: E [KS(rival, simulator) − KS(EPNS, simulator)] ≥ .1 over initial states, for PNS and PNS-MLP with as many parameters (±5 %)",
  budget: {
    smoke: { samples: 4_000, sequences: 5, hidden: 16, steps: 300 },
    standard: { samples: 20_000, sequences: 5, hidden: 16, steps: 1_000 },
  },
  ...shared(celestialDynamics, 0.1, "a tenth of what a distance can be; a twentieth would take twice the rollouts to decide", "smoke"),
});

/** A step of a lattice takes milliseconds: the smoke tier leaves cells out. */
theorem("epns/simulation-quality/cellular", {
  title: "Rollouts of an equivariant simulator of cells are closer in law to the true ones than those of its rivals",
  statement:
    "Clusters, the largest of them, boundary and smallest volume, ten observations ahead: E [KS(rival, simulator) − KS(EPNS, simulator)] ≥ .05 over initial states, for PNS with as many parameters (±5 %) and PNS-MLP with fifteen times as many, which is four hidden units",
  budget: {
    smoke: { samples: 2_000, sequences: 5, hidden: 8, steps: 300 },
    standard: { samples: 4_000, sequences: 5, hidden: 8, steps: 1_000 },
  },
  ...shared(cellularDynamics, 0.05, "the source says more than 0; a twentieth of what a distance can be", "standard"),
});
