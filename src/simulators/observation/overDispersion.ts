import { negativeBinomial } from "../../random/negativeBinomial.js";
import { requirePositive } from "../reactions/requireNumber.js";
import type { ObservationModel } from "./observationModel.js";
import { requireMeans } from "./requireCounts.js";

/** Constants of `overDispersion`. */
export interface OverDispersionOptions {
  /** k, in [1e-100, 1e100]: the variance is c + c²/k. */
  readonly dispersion: number;
}

/**
 * Over-dispersion: negative binomial counts about whole or expected ones.
 *
 * y_i ~ NB(mean c_i, k), E[y_i] = c_i, Var[y_i] = c_i + c_i²/k
 *
 * @param options the dispersion
 * @returns the observation model
 * @throws RangeError if the dispersion lies outside its domain, and from the members if a count does
 * @source Greenwood & Yule 1920, "An inquiry into the nature of frequency distributions representative of multiple
 *   happenings"
 * @example overDispersion({ dispersion: 10 }).mean([4, 2.5]) // => Float64Array.of(4, 2.5)
 */
export function overDispersion({ dispersion }: OverDispersionOptions): ObservationModel {
  requirePositive("dispersion", dispersion);
  return {
    id: `over-dispersion(dispersion=${dispersion})`,
    sample: (stream, counts) =>
      Float64Array.from(requireMeans(counts), (mean) => negativeBinomial(stream, mean, dispersion)),
    mean: (counts) => Float64Array.from(requireMeans(counts)),
  };
}
