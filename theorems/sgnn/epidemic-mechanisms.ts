import {
  type BoxParameter,
  epidemicSkeleton,
  eulerMap,
  Key,
  type MechanismWorld,
  mechanismWorld,
  negativeBinomialErrors,
  type ReactionNetwork,
  seair,
  sirs,
  type Skeleton,
} from "simverdict";

const POPULATION = 2000;
const DAYS = 60;
const DISPERSION = 10;

/** Bounds of the task epidemic/tight; W is that of epidemic/wide, P and κ (of SEAIR) are this theorem's own. */
const BOXES = { R0: [1.5, 3], D: [4, 8], I0: [1, 10], rho: [0.2, 0.8], L: [2, 6], W: [20, 120], P: [1, 3], kappa: [0.3, 1] } as const;

/** The least and the greatest R₀, the first parameter of every mechanism. */
export const R0_RANGE = BOXES.R0;

const euler = eulerMap({ step: 0.25 });
/** The Euler map draws nothing from it. */
const unused = Key.root(0).stream();

/** Expected reports per day of a network, which is made of θ = (R₀, D, I₀, ρ, …). */
function skeletonOf(id: string, names: readonly (keyof typeof BOXES)[], event: string, network: (theta: ArrayLike<number>) => ReactionNetwork): Skeleton {
  return {
    id,
    parameters: names.map((name): BoxParameter => ({ name, lower: BOXES[name][0], upper: BOXES[name][1] })),
    length: DAYS,
    path(theta, out) {
      const { events } = euler.simulate(unused, network(theta), { intervals: DAYS });
      for (let day = 0; day < DAYS; day++) out[day] = theta[3] * events[event][day];
    },
  };
}

const shared = (theta: ArrayLike<number>) => ({ population: POPULATION, R0: theta[0], infectiousDays: theta[1], initial: theta[2] });
const compartments = (mechanism: "SIR" | "SEIR"): Skeleton => epidemicSkeleton({ mechanism, population: POPULATION, days: DAYS, boxes: BOXES });

const SKELETONS = {
  SIR: compartments("SIR"),
  SEIR: compartments("SEIR"),
  SEAIR: skeletonOf("SEAIR", ["R0", "D", "I0", "rho", "L", "P", "kappa"], "onset", (theta) =>
    seair({ ...shared(theta), latentDays: theta[4], presymptomaticDays: theta[5], relativeInfectiousness: theta[6] }),
  ),
  SIRS: skeletonOf("SIRS", ["R0", "D", "I0", "rho", "W"], "infection", (theta) => sirs({ ...shared(theta), immuneDays: theta[4] })),
};

/** Worlds by name: a world that was made before is the same object. */
const worlds = new Map<string, MechanismWorld>();

/** 60 days of reports from an epidemic with one of some mechanisms, each as probable as the others. */
export function epidemicsOf(...mechanisms: readonly (keyof typeof SKELETONS)[]): MechanismWorld {
  const id = `epidemics(${mechanisms.join(", ")})`;
  const world =
    worlds.get(id) ??
    mechanismWorld({
      id,
      skeletons: mechanisms.map((mechanism) => SKELETONS[mechanism]),
      errors: negativeBinomialErrors({ dispersion: DISPERSION }),
      features: (x) => x.map(Math.log1p),
    });
  worlds.set(id, world);
  return world;
}
