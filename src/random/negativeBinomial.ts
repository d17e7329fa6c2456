import { gamma } from "./gamma.js";
import { poisson } from "./poisson.js";
import type { Stream } from "./stream.js";

/**
 * One draw from the negative binomial law: a Poisson count whose mean varies by a gamma law.
 *
 * k ~ Poisson(λ), λ ~ Gamma(size, rate = size/mean); variance mean + mean²/size
 *
 * @param stream source of randomness
 * @param mean in [0, 1e100]; 0 gives 0
 * @param size dispersion, in [1e−100, 1e100]; large sizes approach the Poisson law
 * @returns an integer ≥ 0 (above 2⁵³, rounded to float64)
 * @throws RangeError if mean or size lies outside its domain
 * @source Greenwood & Yule 1920, "An inquiry into the nature of frequency distributions representative of
 *   multiple happenings"
 * @example negativeBinomial(Key.root(0).stream(), 0, 2) // => 0
 */
export function negativeBinomial(stream: Stream, mean: number, size: number): number {
  if (!(mean >= 0 && mean <= 1e100)) throw new RangeError(`mean must lie in [0, 1e100], got ${mean}`);
  if (!(size >= 1e-100 && size <= 1e100)) throw new RangeError(`size must lie in [1e-100, 1e100], got ${size}`);
  return poisson(stream, gamma(stream, size) * (mean / size));
}
