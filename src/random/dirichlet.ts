import { logGamma } from "./gamma.js";
import type { Stream } from "./stream.js";

/**
 * One draw from the Dirichlet law on the probability simplex.
 *
 * x_i = g_i / Σ_j g_j with g_i ~ Gamma(alpha_i, 1), normalised from log g_i so that tiny alpha keep their law
 *
 * @param stream source of randomness
 * @param alpha concentrations, shape [K] with K ≥ 1, each in [1e−300, 1e300]
 * @returns x, shape [K], each in [0, 1], with sum 1 up to rounding
 * @throws RangeError if alpha is empty or an entry lies outside its domain
 * @source Devroye 1986, "Non-Uniform Random Variate Generation", section XI.4
 * @example dirichlet(Key.root(0).stream(), [2])[0] // => 1
 */
export function dirichlet(stream: Stream, alpha: ArrayLike<number>): Float64Array {
  if (alpha.length === 0) throw new RangeError("alpha must have at least one entry, got none");
  const draw = new Float64Array(alpha.length);
  let top = -Infinity;
  for (let i = 0; i < alpha.length; i++) {
    const shape = alpha[i];
    if (!(shape >= 1e-300 && shape <= 1e300)) {
      throw new RangeError(`alpha[${i}] must lie in [1e-300, 1e300], got ${shape}`);
    }
    draw[i] = logGamma(stream, shape);
    top = Math.max(top, draw[i]);
  }
  let total = 0;
  for (let i = 0; i < draw.length; i++) total += draw[i] = Math.exp(draw[i] - top);
  for (let i = 0; i < draw.length; i++) draw[i] /= total;
  return draw;
}
