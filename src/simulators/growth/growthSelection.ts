import { gaussianErrors } from "../mechanisms/gaussianErrors.js";
import { type MechanismWorld, mechanismWorld } from "../mechanisms/mechanismWorld.js";
import { type GrowthLaw, growthSkeleton } from "./growthSkeleton.js";

/** The variants of `growthSelection`. */
export type GrowthVariant = "logistic-gompertz" | "four" | "autocorrelated";

/** What differs between variants: the laws, the number of times, the box of σ, and the correlation of errors. */
interface Variant {
  readonly laws: readonly GrowthLaw[];
  readonly count: number;
  readonly sigma: readonly [number, number];
  readonly autocorrelation?: number;
}

const VARIANTS: Readonly<Record<GrowthVariant, Variant>> = {
  "logistic-gompertz": { laws: ["logistic", "Gompertz"], count: 20, sigma: [0.02, 0.1] },
  four: { laws: ["exponential", "logistic", "Gompertz", "theta-logistic"], count: 15, sigma: [0.05, 0.4] },
  autocorrelated: { laws: ["exponential", "logistic", "Gompertz"], count: 25, sigma: [0.05, 0.2], autocorrelation: 0.8 },
};

/**
 * World (A1): log sizes y_i = log f(t_i) + σ η_i at t = linspace(0, 10, m), f one of several growth laws, σ unknown.
 *
 * `logistic-gompertz`: 2 laws, m = 20, σ ∈ [.02, .1]; `four`: 4 laws, m = 15, σ ∈ [.05, .4]; `autocorrelated`: 3 laws,
 * m = 25, σ ∈ [.05, .2]. All parameters are log-uniform. η is white, and in `autocorrelated` a stationary
 * autoregression of order one: unit variance, η_i = .8 η_{i−1} + .6 ε_i
 *
 * @param variant its name
 * @returns the world; mechanisms count in the order exponential, logistic, Gompertz, theta-logistic of those it has
 * @throws RangeError if the variant is unknown
 * @source Project definition of the task growth (mechanism selection)
 * @example growthSelection("four").skeletons.map(({ id }) => id) // => ["exponential", "logistic", "Gompertz", "theta-logistic"]
 */
export function growthSelection(variant: GrowthVariant): MechanismWorld {
  if (!Object.hasOwn(VARIANTS, variant)) {
    throw new RangeError(`variant must be one of ${Object.keys(VARIANTS).join(", ")}, got ${variant}`);
  }
  const { laws, count, sigma, autocorrelation = 0 } = VARIANTS[variant];
  const times = Array.from({ length: count }, (_, i) => (10 * i) / (count - 1));
  return mechanismWorld({
    id: `growth/${variant}`,
    skeletons: laws.map((law) => growthSkeleton(law, times)),
    errors: gaussianErrors({ scale: { name: "sigma", lower: sigma[0], upper: sigma[1] }, autocorrelation }),
  });
}
