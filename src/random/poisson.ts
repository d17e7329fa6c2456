import type { Stream } from "./stream.js";

/** Below this mean sequential search wins; the constants of PTRS need at least this mean. */
const SMALL = 10;
/** P(X > 110) < 1e−75 for means below SMALL: only a search lost to rounding gets here. */
const SEARCH_END = 110;
const EXACT = 16;
const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

const logFactorials = new Float64Array(EXACT);
for (let k = 2, factorial = 1; k < EXACT; k++) logFactorials[k] = Math.log((factorial *= k));

/**
 * Logarithm of the Poisson probability of a count, without cancellation at large means.
 *
 * log p(k) = −mean·h(t) − ½ log(2πk) − δ(k), t = k/mean − 1, h(t) = (1 + t) log(1 + t) − t, δ the
 * error of Stirling's formula
 *
 * @param k an integer ≥ 0
 * @param mean positive and finite
 * @returns log p(k) ≤ 0; the arguments are not checked
 * @source Loader 2000, "Fast and accurate computation of binomial probabilities" (saddle-point form)
 * @example logPoisson(0, 2) // => -2
 */
export function logPoisson(k: number, mean: number): number {
  if (k < EXACT) return k * Math.log(mean) - mean - logFactorials[k];
  const t = (k - mean) / mean;
  const i = 1 / (k * k);
  const stirling = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i / 1680))) / k;
  return -mean * ((1 + t) * Math.log1p(t) - t) - HALF_LOG_2PI - 0.5 * Math.log(k) - stirling;
}

/** Inversion by sequential search from 0, for small means. */
function search(stream: Stream, mean: number): number {
  const atZero = Math.exp(-mean);
  for (;;) {
    let mass = atZero;
    let rest = stream.uniform();
    for (let k = 0; k < SEARCH_END; mass *= mean / ++k) {
      if (rest < mass) return k;
      rest -= mass;
    }
  }
}

/**
 * Transformed rejection with squeeze, for means of at least 10.
 *
 * The printed 1/α leaves the hat up to 0.6 % below the law at means under 2000, and the squeeze 0.3 % outside
 * it; the two margins (from a grid of means in [10, 1e12] and all u) make the method exact.
 */
function ptrs(stream: Stream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.007 * (1.1239 + 1.1328 / (b - 3.4));
  const squeeze = 0.9277 - 3.6224 / (b - 2) - 0.01;
  for (;;) {
    const u = stream.uniform() - 0.5;
    const v = 1 - stream.uniform();
    const s = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / s + b) * u + mean + 0.43);
    if (s >= 0.07 && v <= squeeze) return k;
    if (k >= 0 && Math.log((v * inverseAlpha) / (a / (s * s) + b)) <= logPoisson(k, mean)) return k;
  }
}

/**
 * One draw from the Poisson law.
 *
 * P(k) = mean^k e^(−mean) / k!; sequential search below mean 10, transformed rejection (PTRS) from there on
 *
 * @param stream source of randomness
 * @param mean λ, finite and ≥ 0; 0 gives 0
 * @returns an integer ≥ 0 (above 2⁵³, rounded to float64)
 * @throws RangeError if mean is negative or not finite
 * @source Hörmann 1993, "The transformed rejection method for generating Poisson random variables",
 *   algorithm PTRS; Devroye 1986, section X.3 (sequential search)
 * @example poisson(Key.root(0).stream(), 0) // => 0
 */
export function poisson(stream: Stream, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`mean must be finite and ≥ 0, got ${mean}`);
  return mean < SMALL ? search(stream, mean) : ptrs(stream, mean);
}
