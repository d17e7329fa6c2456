import { atLeast, atMost, type Context, gaussianDiscriminant, type Key, type Mechanism, mismatchCertificate, squaredError, theorem } from "simverdict";
import { epidemicsOf, R0_RANGE } from "./epidemic-mechanisms.js";
import { type Draws, type NetBudget, predictDrawn, type Predictor, testBatches, trainNets } from "./predictors.js";

type Series = readonly number[];
type World = ReturnType<typeof epidemicsOf>;

/** What the nets were trained on, what reality is, and how much of the bound is granted. */
interface Robustness {
  readonly reality: World;
  /** Mechanisms of the net that knows several. */
  readonly several: World;
  /** L, which the bound is to hold with: a certified lower bound on TV, or the TV of the labels alone, which is 0. */
  readonly distance: "certified" | "of labels";
}

/** Trained nets, their training worlds, and what the bound allows the risks to differ. */
interface Prepared {
  readonly reality: World;
  readonly nets: Readonly<Record<"single" | "several" | "own", readonly Predictor<Series>[]>>;
  readonly bounds: Readonly<Record<"single" | "several", { readonly training: World; readonly allowed: number }>>;
}

/** Budget of this theorem. */
interface RobustnessBudget extends NetBudget {
  /** Series of each law that a certificate is made of. */
  readonly rows: number;
}

const single = epidemicsOf("SIR");
const own = epidemicsOf("SEIR");
const target = ({ parameters }: Mechanism): number => parameters[0];
/** The largest squared error of a guess within the target's range. */
const BOUND = (R0_RANGE[1] - R0_RANGE[0]) ** 2;
/** The probability allowed to a certificate that exceeds TV. */
const CERTIFICATE_ALPHA = 1e-6;
const loss = "ℓ(f) = min(B, (f(x) − R₀)²)";

/** B L for a net: L ≤ TV_x ≤ TV of the joint laws, so a difference of risks that keeps to B L keeps to B TV. */
async function allowedBy(training: World, reality: World, rows: number, key: Key): Promise<number> {
  const draw = (world: World, k: Key): Series[] =>
    Array.from({ length: rows }, (_, i) => world.features(world.simulate(k.fold(i).fold("x"), world.prior.sample(k.fold(i).fold("theta")))));
  const options = { alpha: CERTIFICATE_ALPHA, key: key.fold("certificate"), classifier: gaussianDiscriminant() };
  const certificate = await mismatchCertificate(draw(training, key.fold("simulated")), draw(reality, key.fold("real")), options);
  return certificate.riskBound(BOUND).difference;
}

const keepsToBound = (net: string, training: string) =>
  atMost(0, {
    of: `ℓ_Q(f) − ℓ_P(f) − B L, f = ${net}, P of ${training}, Q of SEIR, ${loss}, L ≤ TV_x certified at 1e-6`,
    range: [-2 * BOUND, BOUND],
    because: "R_Q(f) − R_P(f) ≤ B TV; TV is not known, and L ≤ TV makes the test the stricter one",
  });

const hypothesis: Robustness = { reality: own, several: epidemicsOf("SIR", "SEIR", "SEAIR"), distance: "certified" };

theorem("sgnn/structural-robustness", {
  title: "A net that was trained on several mechanisms errs less where its single mechanism would be the wrong one",
  statement:
    "On SEIR data E ℓ(f_SIR) ≥ E ℓ(f_{SIR, SEIR, SEAIR}), and the mixture gains more than half of what knowing the mechanism gains; R_Q(f) ≤ R_P(f) + B TV for both",
  source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "robustness to structural misspecification; the misspecification bound" },
  assumptions: ["reality is one of the mechanisms of the mixture, and not the single one", "R₀ means the same in all mechanisms", "losses lie in [0, B]"],
  claims: {
    "lower-loss": atLeast(0, { of: `ℓ(f_SIR) − ℓ(f_several), ${loss}`, range: [-BOUND, BOUND], because: "the source: the mixture errs less" }),
    "half-the-gain": atLeast(0, {
      of: `½ (ℓ(f_SIR) + ℓ(f_SEIR)) − ℓ(f_several), ${loss}`,
      range: [-BOUND, BOUND],
      because: "a gain that is due to the structure is the larger part of what the net of the right mechanism gains",
    }),
    "single-keeps-to-bound": keepsToBound("f_SIR", "SIR"),
    "several-keeps-to-bound": keepsToBound("f_several", "the mixture, TV ≤ ⅔ as a third of it is Q"),
  },
  budget: {
    smoke: { samples: 50_000, simulations: 10_000, steps: 1_500, nets: 1, rows: 4_000 },
    standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 3, rows: 20_000 },
  },
  world: hypothesis,
  falsifiers: {
    "structure missing": {
      breaks: "the mixture: {SIR, SIRS} lacks the latent stage",
      world: { several: epidemicsOf("SIR", "SIRS") },
      mustRefute: ["half-the-gain"],
    },
    "data of the single mechanism": {
      breaks: "reality: SIR, of which the single net knows all",
      world: { reality: single },
      mustRefute: ["lower-loss"],
    },
    "TV of the labels": {
      breaks: "the distance: R₀ has the same law in all mechanisms, but data do not",
      world: { distance: "of labels" },
      mustRefute: ["single-keeps-to-bound"],
    },
  },
  async prepare({ reality, several, distance }, { key, budget, claims }: Context<Robustness, RobustnessBudget>): Promise<Prepared> {
    const netsOf = (simulator: World) => trainNets({ simulator, features: own.features, target, loss: squaredError }, budget, key);
    const bound = async (name: "single" | "several", training: World) => ({
      training,
      allowed: distance === "certified" && claims.has(`${name}-keeps-to-bound`) ? await allowedBy(training, reality, budget.rows, key.fold(name)) : 0,
    });
    return {
      reality,
      nets: { single: await netsOf(single), several: await netsOf(several), own: await netsOf(own) },
      bounds: { single: await bound("single", single), several: await bound("several", several) },
    };
  },
  *evidence({ reality, nets, bounds }, { key, budget, claims }) {
    const lossesOf = (name: keyof typeof nets, draws: Draws<Mechanism, Series>): number[] =>
      predictDrawn(nets[name], draws).map(([f], i) => Math.min(BOUND, (f - target(draws.thetas[i])) ** 2));
    const simulated = {
      single: testBatches(bounds.single.training, budget.nets, key.fold("single")),
      several: testBatches(bounds.several.training, budget.nets, key.fold("several")),
    };
    for (const draws of testBatches(reality, budget.nets, key.fold("reality"))) {
      const [ofSingle, ofSeveral, ofOwn] = [lossesOf("single", draws), lossesOf("several", draws), lossesOf("own", draws)];
      const found: Record<string, number[]> = {
        "lower-loss": ofSingle.map((l, i) => l - ofSeveral[i]),
        "half-the-gain": ofSingle.map((l, i) => (l + ofOwn[i]) / 2 - ofSeveral[i]),
      };
      for (const [name, real] of [["single", ofSingle], ["several", ofSeveral]] as const) {
        if (!claims.has(`${name}-keeps-to-bound`)) continue;
        const inTraining = lossesOf(name, simulated[name].next().value as Draws<Mechanism, Series>);
        found[`${name}-keeps-to-bound`] = real.map((l, i) => l - inTraining[i] - bounds[name].allowed);
      }
      yield found;
    }
  },
});
