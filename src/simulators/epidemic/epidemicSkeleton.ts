import type { BoxParameter } from "../mechanisms/boxParameter.js";
import { expm1 } from "../mechanisms/expm1.js";
import type { Skeleton } from "../mechanisms/skeleton.js";
import { requireCount, requirePositive } from "../reactions/requireNumber.js";

/** The compartment models by name. */
export type EpidemicMechanism = "SIR" | "SEIR" | "SEIRS";

/** Names of θ, in the order that `path` reads them; a mechanism takes the first 4, 5 or 6. */
const NAMES = ["R0", "D", "I0", "rho", "L", "W"] as const;
const COUNTS: Readonly<Record<EpidemicMechanism, number>> = { SIR: 4, SEIR: 5, SEIRS: 6 };
/** Euler steps per day. */
const STEPS = 4;

/** Bounds by parameter name; those that a mechanism does not have are ignored. */
export type EpidemicBoxes = Readonly<Partial<Record<(typeof NAMES)[number], readonly [lower: number, upper: number]>>>;

/** What makes an `epidemicSkeleton`. */
export interface EpidemicSkeletonOptions {
  readonly mechanism: EpidemicMechanism;
  /** N, how many people there are; positive and finite. */
  readonly population: number;
  /** Days of reports, a whole number ≥ 1. */
  readonly days: number;
  /** The support of the prior, one box for each parameter of the mechanism. */
  readonly boxes: EpidemicBoxes;
}

/**
 * A compartment model as a mechanism: the expected reports per day.
 *
 * ρ · daily incidence by the Euler map with step ¼ day from I₀ (SIR: in I, others: in E): infections S(1 − e^(−¼(R₀/D)I/N)),
 * recoveries I(1 − e^(−¼/D)), onsets E(1 − e^(−¼/L)), waning R(1 − e^(−¼/W)), all from the old state; incidence counts
 * infections (SIR) or onsets (SEIR, SEIRS). It equals `eulerMap({ step: 0.25 })` on `sir`, `seir` or `seirs`.
 *
 * @param options mechanism, population, days and boxes
 * @returns the skeleton with θ = (R₀, D, I₀, ρ[, L[, W]]), times in days; its path has one mean count per day, and an I₀
 *   above N leaves no susceptibles
 * @throws RangeError if an option lies outside its domain or a box is missing
 * @source Keeling & Rohani 2008, "Modeling Infectious Diseases in Humans and Animals" (the compartment models)
 * @example epidemicSkeleton({ mechanism: "SIR", population: 2000, days: 60, boxes: { R0: [1.5, 3], D: [4, 8], I0: [1, 10], rho: [0.2, 0.8] } }).length // => 60
 */
export function epidemicSkeleton({ mechanism, population, days, boxes }: EpidemicSkeletonOptions): Skeleton {
  if (!Object.hasOwn(COUNTS, mechanism)) {
    throw new RangeError(`mechanism must be one of ${Object.keys(COUNTS).join(", ")}, got ${String(mechanism)}`);
  }
  requirePositive("population", population);
  requireCount("days", days, 1);
  const parameters = NAMES.slice(0, COUNTS[mechanism]).map((name): BoxParameter => {
    const box = boxes[name];
    if (box === undefined) throw new RangeError(`boxes must hold ${name} for ${mechanism}, got ${Object.keys(boxes).join(", ")}`);
    return { name, lower: box[0], upper: box[1] };
  });
  const path: Skeleton["path"] =
    mechanism === "SIR"
      ? (theta, out) => writeSir(population, days, theta, out)
      : (theta, out) => writeSeirs(population, days, theta, mechanism === "SEIRS" ? theta[5] : Infinity, out);
  return { id: mechanism, parameters, length: days, path };
}

/** 1 − e^(−¼/duration). */
const leaving = (duration: number): number => -Math.expm1(-1 / (STEPS * duration));

function writeSir(population: number, days: number, theta: ArrayLike<number>, out: Float64Array): void {
  const contact = -theta[0] / (STEPS * theta[1] * population);
  const recovery = leaving(theta[1]);
  const reporting = theta[3];
  let I = theta[2];
  let S = Math.max(0, population - I);
  for (let day = 0; day < days; day++) {
    let incidence = 0;
    for (let step = 0; step < STEPS; step++) {
      const infections = -S * expm1(contact * I);
      S -= infections;
      I = I - I * recovery + infections; // in this order only the last sum waits for expm1
      incidence += infections;
    }
    out[day] = reporting * incidence;
  }
}

/** SEIR is SEIRS with immunity for ever. */
function writeSeirs(population: number, days: number, theta: ArrayLike<number>, immune: number, out: Float64Array): void {
  const contact = -theta[0] / (STEPS * theta[1] * population);
  const recovery = leaving(theta[1]);
  const reporting = theta[3];
  const onset = leaving(theta[4]);
  const waning = leaving(immune);
  let E = theta[2];
  let S = Math.max(0, population - E);
  let I = 0;
  let R = 0;
  for (let day = 0; day < days; day++) {
    let incidence = 0;
    for (let step = 0; step < STEPS; step++) {
      const infections = -S * expm1(contact * I);
      const onsets = E * onset;
      const recoveries = I * recovery;
      const waned = R * waning;
      S += waned - infections;
      E += infections - onsets;
      I += onsets - recoveries;
      R += recoveries - waned;
      incidence += onsets;
    }
    out[day] = reporting * incidence;
  }
}
