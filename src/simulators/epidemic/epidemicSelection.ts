import { type MechanismWorld, mechanismWorld } from "../mechanisms/mechanismWorld.js";
import { negativeBinomialErrors } from "../mechanisms/negativeBinomialErrors.js";
import { acceptedOutbreaks } from "./acceptedOutbreaks.js";
import { epidemicSkeleton } from "./epidemicSkeleton.js";
import { EPIDEMIC_DAYS, EPIDEMIC_DISPERSION, EPIDEMIC_VARIANTS } from "./epidemicVariants.data.js";

/** The variants of the task. */
export type EpidemicVariant = keyof typeof EPIDEMIC_VARIANTS;

/**
 * World (A2): 60 days of reports from an epidemic with one of two or three mechanisms.
 *
 * x_d ~ NB(ρ · incidence_d, k = 10), variance mean + mean²/10. `tight`: N = 2000, incidence by the Euler map, SIR or SEIR,
 * R₀ ∈ [1.5, 3], D ∈ [4, 8], I₀ ∈ [1, 10], ρ ∈ [.2, .8], L ∈ [2, 6]. `stochastic`: the same with every flow binomial, from
 * round(I₀) infected, θ and x accepted together where Σ x ≥ 30 (see `acceptedOutbreaks`; its prior has no density); its
 * skeletons stay those of `tight`. Mechanisms are equally probable after acceptance; were they so before it, SEIR would be
 * .485 of the cases and the error of AIC lower by .008 (measured). `wide`: N = 1e5, SIR, SEIR or SEIRS, R₀ ∈ [1.3, 4],
 * D ∈ [2, 10], I₀ ∈ [1, 30], ρ ∈ [.05, .5], L ∈ [1, 8], W ∈ [20, 120]. All log-uniform, times in days
 *
 * @param variant `tight`, `stochastic` or `wide`
 * @returns the world; features are log(1 + x)
 * @throws RangeError if the variant is unknown, and from the members if θ or x lies outside its domain
 * @source Project definition of the task epidemic (mechanism selection)
 * @example epidemicSelection("wide").skeletons.map(({ id }) => id) // => ["SIR", "SEIR", "SEIRS"]
 */
export function epidemicSelection(variant: EpidemicVariant): MechanismWorld {
  if (!Object.hasOwn(EPIDEMIC_VARIANTS, variant)) {
    throw new RangeError(`variant must be one of ${Object.keys(EPIDEMIC_VARIANTS).join(", ")}, got ${String(variant)}`);
  }
  const { population, boxes, mechanisms } = EPIDEMIC_VARIANTS[variant];
  const options = {
    id: `epidemic/${variant}`,
    skeletons: mechanisms.map((mechanism) => epidemicSkeleton({ mechanism, population, days: EPIDEMIC_DAYS, boxes })),
    errors: negativeBinomialErrors({ dispersion: EPIDEMIC_DISPERSION }),
    features: (x: readonly number[]) => x.map(Math.log1p),
  };
  if (variant !== "stochastic") return mechanismWorld(options);
  const { prior, simulate } = acceptedOutbreaks(mechanisms);
  return { ...mechanismWorld({ ...options, simulate }), prior };
}
