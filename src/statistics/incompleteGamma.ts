import { logGammaFunction } from "./logGammaFunction.js";

/** P(a, x) / (x^a e^{−x} / Γ(a)), by its power series: for x < a + 1. */
function series(a: number, x: number): number {
  let sum = 1 / a;
  for (let n = 1, term = sum; term > sum * 1e-17; n++) sum += term *= x / (a + n);
  return sum;
}

/** Q(a, x) / (x^a e^{−x} / Γ(a)), by its continued fraction with modified Lentz: for x ≥ a + 1. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1, step = 0; Math.abs(step - 1) > 1e-15; n++) {
    b += 2;
    d = 1 / (n * (a - n) * d + b);
    c = b + (n * (a - n)) / c;
    value *= step = c * d;
  }
  return value;
}

/**
 * The regularised incomplete gamma functions: both tails of Gamma(a, 1), and of the Poisson law.
 *
 * P(a, x) = ∫₀ˣ t^{a−1} e^{−t} dt / Γ(a), Q = 1 − P;  P(Poisson(x) ≤ k) = Q(k + 1, x)
 *
 * @param a shape, in (0, 1e6]
 * @param x a number ≥ 0, or ∞
 * @returns lower P(a, x) and upper Q(a, x), in [0, 1]; the smaller one has a relative error below
 *   1e-13 · max(1, a)
 * @throws RangeError if an argument leaves its domain
 * @source Abramowitz & Stegun 1964, equations 6.5.29 (series), 6.5.31 (continued fraction) and 6.5.13 (Poisson)
 * @example incompleteGamma(1, 0).upper // => 1
 */
export function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a > 0 && a <= 1e6)) throw new RangeError(`a must be in (0, 1e6], got ${a}`);
  if (!(x >= 0)) throw new RangeError(`x must be ≥ 0, got ${x}`);
  if (x === 0 || x === Infinity) return x === 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  const factor = Math.exp(a * Math.log(x) - x - logGammaFunction(a));
  if (x < a + 1) {
    const lower = Math.min(1, factor * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, factor * continuedFraction(a, x));
  return { lower: 1 - upper, upper };
}
