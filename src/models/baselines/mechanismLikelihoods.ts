import { requireFinite } from "../../simulators/conjugate/requireFinite.js";
import type { ErrorLaw } from "../../simulators/mechanisms/errorLaw.js";
import type { Mechanism, MechanismWorld } from "../../simulators/mechanisms/mechanismWorld.js";
import type { Skeleton } from "../../simulators/mechanisms/skeleton.js";
import { localMaxima } from "./fitting/localMaxima.js";
import { logBox, type Support } from "./fitting/logBox.js";
import type { MaximumLikelihoods } from "./maximumLikelihoods.js";

/** The best parameters of a mechanism for a series. */
export interface MechanismFit extends Mechanism {
  /** ℓ in nats. */
  readonly logLikelihood: number;
}

/** Maximum likelihoods of mechanisms, with the fits that reach them. */
export interface MechanismLikelihoods extends MaximumLikelihoods<readonly number[]> {
  /** ℓ_i(x); extra starts, such as the truth, can only raise the likelihood of their mechanism. */
  readonly maximise: (x: readonly number[], extraStarts?: readonly Mechanism[]) => number[];
  /** The fits behind `maximise`, one per mechanism. */
  readonly fit: (x: readonly number[], extraStarts?: readonly Mechanism[]) => MechanismFit[];
}

/** How `mechanismLikelihoods` searches. */
export interface MechanismLikelihoodsOptions {
  /** Where parameters, and the scale of the errors, may lie. */
  readonly support: Support;
  /** Starts per mechanism, an integer ≥ 1; default 5. */
  readonly starts?: number;
  /** The error law of the likelihood; default that of the world, another one to be wrong on purpose. */
  readonly errors?: ErrorLaw;
}

/**
 * Maximum likelihoods of the mechanisms of a world, by damped Fisher scoring from several starts.
 *
 * ℓ_i = max_{θ, s} log p(x | path_i(θ), s) over the support; s, where it is unknown, is confined to the support too and
 * has a closed form. k_i counts it.
 *
 * To apply several criteria to one fit, fit first: `criterionSelection("aic", { ...fits, maximise: (values: number[]) =>
 * values }).select(fits.maximise(x, [truth]))`.
 *
 * @param world identity, skeletons and error law
 * @param options the support, the number of starts and the error law if not that of the world
 * @returns the maximum likelihoods of series, shape [n]; equal arguments give equal values
 * @throws RangeError if an option is outside its domain; from the members, if x is not a series of the error law, a
 *   start is not a mechanism of the world, or no start of a mechanism has a finite likelihood
 * @source Burnham & Anderson 2002, "Model Selection and Multimodel Inference", 2nd edition, section 1.2.2 (likelihood),
 *   section 2.2 (the noise variance counts)
 */
export function mechanismLikelihoods(
  world: Pick<MechanismWorld, "id" | "skeletons" | "errors">,
  { support, starts = 5, errors = world.errors }: MechanismLikelihoodsOptions,
): MechanismLikelihoods {
  const { skeletons } = world;
  const n = skeletons[0].length;
  const scaleBox = errors.scale && logBox([errors.scale], support);
  const searches = skeletons.map((skeleton) => localMaxima(skeleton, errors, logBox(skeleton.parameters, support), starts));
  const path = new Float64Array(n);

  const fit = (x: readonly number[], extraStarts: readonly Mechanism[] = []): MechanismFit[] => {
    errors.requireData(requireFinite("x", x, n));
    const extra = skeletons.map((): number[][] => []);
    for (const { mechanism, parameters } of extraStarts) extra[requireIndex(mechanism, skeletons)].push(logsOf(parameters, skeletons[mechanism]));
    return searches.map((search, mechanism) => {
      const [best] = search(x, extra[mechanism]);
      const parameters = Array.from(best.logParameters, Math.exp);
      if (!scaleBox) return { mechanism, parameters, logLikelihood: best.logLikelihood };
      skeletons[mechanism].path(parameters, path);
      const free = errors.fittedScale!(x, path);
      const scale = Math.min(Math.max(free, Math.exp(scaleBox.lower[0])), Math.exp(scaleBox.upper[0]));
      return { mechanism, parameters, scale, logLikelihood: errors.logLikelihood(x, path, scale) };
    });
  };
  const where = support === "prior" ? support : `widened ${support.widenedBy}`;
  return {
    id: `ml(${world.id}, errors=${errors.id}, support=${where}, starts=${starts})`,
    observations: n,
    parameters: skeletons.map(({ parameters }) => parameters.length + (errors.scale ? 1 : 0)),
    maximise: (x, extraStarts) => fit(x, extraStarts).map(({ logLikelihood }) => logLikelihood),
    fit,
  };
}

function requireIndex(mechanism: number, skeletons: readonly Skeleton[]): number {
  if (Number.isInteger(mechanism) && mechanism >= 0 && mechanism < skeletons.length) return mechanism;
  throw new RangeError(`mechanism must be an integer in [0, ${skeletons.length}), got ${mechanism}`);
}

function logsOf(parameters: readonly number[], skeleton: Skeleton): number[] {
  const name = `parameters of ${skeleton.id}`;
  const bad = requireFinite(name, parameters, skeleton.parameters.length).find((value) => !(value > 0));
  if (bad !== undefined) throw new RangeError(`${name} must be finite and > 0, got ${bad}`);
  return parameters.map(Math.log);
}
