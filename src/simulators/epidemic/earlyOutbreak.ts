import { type Mechanism, type MechanismWorld, mechanismWorld } from "../mechanisms/mechanismWorld.js";
import { negativeBinomialErrors } from "../mechanisms/negativeBinomialErrors.js";
import { acceptedOutbreaks } from "./acceptedOutbreaks.js";
import { epidemicSkeleton } from "./epidemicSkeleton.js";
import { EPIDEMIC_DISPERSION, EPIDEMIC_VARIANTS } from "./epidemicVariants.data.js";

/** Days of reports that are seen. */
const DAYS = 30;

/** The start of an outbreak, and the number that governs it. */
export interface EarlyOutbreak extends MechanismWorld {
  /** R₀, the first parameter. */
  readonly target: (theta: Mechanism) => number;
  /** The prior support of the target. */
  readonly targetRange: readonly [lower: number, upper: number];
}

/**
 * World (D3): the first 30 days of a stochastic SEIR outbreak; the target R₀ is never observed.
 *
 * x = the first 30 of the 60 days of `epidemicSelection("stochastic")` restricted to SEIR, so that (θ, x) has the law of
 * outbreaks that reach 30 reports within 60 days; θ = (R₀, D, I₀, ρ, L), T(θ) = R₀ ∈ [1.5, 3]
 *
 * @returns the world, with the 30-day Euler skeleton as its only mechanism: its likelihood knows neither the binomial
 *   flows nor the condition, and is what likelihood baselines have; features are log(1 + x). The prior has no density
 * @throws RangeError from the members if θ or x lies outside its domain
 * @source Project definition of the task early-outbreak (unobservable targets)
 * @example earlyOutbreak().target({ mechanism: 0, parameters: [2, 5, 3, 0.5, 4] }) // => 2
 */
export function earlyOutbreak(): EarlyOutbreak {
  const { population, boxes } = EPIDEMIC_VARIANTS.stochastic;
  const skeleton = epidemicSkeleton({ mechanism: "SEIR", population, days: DAYS, boxes });
  const { prior, simulate } = acceptedOutbreaks(["SEIR"]);
  const world = mechanismWorld({
    id: "early-outbreak",
    skeletons: [skeleton],
    errors: negativeBinomialErrors({ dispersion: EPIDEMIC_DISPERSION }),
    features: (x) => x.map(Math.log1p),
    simulate: (key, theta) => simulate(key, theta).slice(0, DAYS),
  });
  const { lower, upper } = skeleton.parameters[0];
  return { ...world, prior, target: ({ parameters }) => parameters[0], targetRange: [lower, upper] };
}
