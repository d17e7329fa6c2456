import type { Key } from "../../random/key.js";
import type { ErrorLaw } from "../../simulators/mechanisms/errorLaw.js";
import type { Skeleton } from "../../simulators/mechanisms/skeleton.js";
import { localMaxima } from "../baselines/fitting/localMaxima.js";
import { logBox } from "../baselines/fitting/logBox.js";
import type { PathFit } from "../baselines/fitting/scoringFit.js";
import { adaptiveImportance, DEGREES, type ImportanceBudget, type ImportanceSample, requireBudget } from "./adaptiveImportance.js";
import { laplaceComponents, type Mode } from "./laplaceComponents.js";

/** Modes this far below the best one, in nats, hold no mass worth a component. */
const NEGLIGIBLE = 20;

/**
 * The marginal likelihood of one mechanism, with posterior draws.
 *
 * p(x) = ∫ p(x | path(e^u), e^v) du dv/V over the box of (log θ, log s); where nothing is unknown of the errors, over
 * that of log θ. Proposals start at the maxima of the likelihood; for log s the precision there is 2n.
 *
 * @param skeleton the mechanism, p parameters and n values
 * @param errors the error law
 * @param budget draws and rounds of `adaptiveImportance`, and the starts of the search for maxima
 * @returns a function of x, shape [n], and of one key per replicate, giving independent samples of (log θ[, log s])
 * @throws RangeError if the budget is outside its domain; the function throws what `localMaxima` and `adaptiveImportance`
 *   throw
 * @source Kass & Raftery 1995, "Bayes factors", section 4.2
 */
export function mechanismEvidence(
  skeleton: Skeleton,
  errors: ErrorLaw,
  budget: ImportanceBudget & { readonly starts: number },
): (x: readonly number[], keys: readonly Key[]) => ImportanceSample[] {
  requireBudget(budget);
  const p = skeleton.parameters.length;
  const box = logBox([...skeleton.parameters, ...(errors.scale ? [errors.scale] : [])], "prior");
  const search = localMaxima(skeleton, errors, logBox(skeleton.parameters, "prior"), budget.starts);
  const theta = new Float64Array(p);
  const path = new Float64Array(skeleton.length);
  const writePath = (z: ArrayLike<number>): void => {
    for (let j = 0; j < p; j++) theta[j] = Math.exp(z[j]);
    skeleton.path(theta, path);
  };
  /** The fit with its best s, as a mode in (log θ[, log s]). */
  const modeOf = ({ logParameters, information }: PathFit, x: readonly number[]): Mode => {
    writePath(logParameters);
    const logScale = errors.fittedScale
      ? Math.min(Math.max(Math.log(errors.fittedScale(x, path)), box.lower[p]), box.upper[p])
      : 0;
    const scale = Math.exp(logScale);
    const location = [...logParameters, ...(errors.scale ? [logScale] : [])];
    const precision = location.map((_, i) =>
      location.map((_unused, j) => (i < p && j < p ? information[i * p + j] / scale ** 2 : i === j ? 2 * x.length : 0)),
    );
    return { location, logDensity: errors.logLikelihood(x, path, scale), precision };
  };
  return (x, keys) => {
    const modes = search(x).map((fit) => modeOf(fit, x));
    const notable = modes.filter(({ logDensity }) => logDensity > modes[0].logDensity - NEGLIGIBLE);
    const start = laplaceComponents(notable, box, DEGREES);
    const logLikelihood = (z: Float64Array): number => {
      writePath(z);
      return errors.logLikelihood(x, path, errors.scale ? Math.exp(z[p]) : 1);
    };
    return keys.map((key) => adaptiveImportance(logLikelihood, box, start, budget, key.stream()));
  };
}
