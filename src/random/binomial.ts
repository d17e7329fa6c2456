import { logPoisson } from "./poisson.js";
import type { Stream } from "./stream.js";

/** Below this trials · probability sequential search wins; the constants of BTRS need at least this. */
const SMALL = 10;
/** P(X > 110) < 1e−75 for means below SMALL: only a search lost to rounding gets here. */
const SEARCH_END = 110;

/** Inversion by sequential search from 0, for small n·p and p ≤ ½. */
function search(stream: Stream, n: number, p: number): number {
  const odds = p / (1 - p);
  const atZero = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let mass = atZero;
    let rest = stream.uniform();
    for (let k = 0; k < SEARCH_END && k <= n; mass *= odds * ((n - k) / ++k)) {
      if (rest < mass) return k;
      rest -= mass;
    }
  }
}

/** log P(k) up to a constant: Binomial(n, p) is Poisson(np) given that its sum with Poisson(n(1 − p)) is n. */
const logMass = (k: number, n: number, p: number): number => logPoisson(k, n * p) + logPoisson(n - k, n * (1 - p));

/** Transformed rejection with squeeze, for n·p ≥ 10 and p ≤ ½. */
function btrs(stream: Stream, n: number, p: number): number {
  const sd = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * sd;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * sd;
  const centre = n * p + 0.5;
  for (;;) {
    const u = stream.uniform() - 0.5;
    const v = 1 - stream.uniform();
    const s = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / s + b) * u + centre);
    if (s >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const mode = Math.floor((n + 1) * p);
    if (Math.log((v * alpha) / (a / (s * s) + b)) <= logMass(k, n, p) - logMass(mode, n, p)) return k;
  }
}

/**
 * One draw from the binomial law: successes in independent trials.
 *
 * P(k) = C(n, k) p^k (1 − p)^(n − k); sequential search where n·min(p, 1 − p) < 10, else transformed
 * rejection (BTRS); p > ½ counts failures
 *
 * @param stream source of randomness
 * @param trials n, an integer in [0, 2⁵³)
 * @param probability p in [0, 1]
 * @returns an integer in [0, trials]
 * @throws RangeError if trials or probability lies outside its domain
 * @source Hörmann 1993, "The generation of binomial random variates", algorithm BTRS; Devroye 1986,
 *   section X.4 (sequential search)
 * @example binomial(Key.root(0).stream(), 7, 1) // => 7
 */
export function binomial(stream: Stream, trials: number, probability: number): number {
  if (!(Number.isSafeInteger(trials) && trials >= 0)) {
    throw new RangeError(`trials must be an integer in [0, 2^53), got ${trials}`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must lie in [0, 1], got ${probability}`);
  }
  const rare = Math.min(probability, 1 - probability);
  const count = trials * rare < SMALL ? search(stream, trials, rare) : btrs(stream, trials, rare);
  return probability > 0.5 ? trials - count : count;
}
