import { logGammaFunction } from "./referenceGamma.js";

/**
 * I_x(a, b), the distribution function of the beta law.
 *
 * @param a positive
 * @param b positive
 * @param x in [0, 1]
 * @returns P(X ≤ x)
 * @source Abramowitz & Stegun 1964, 26.5.8 (continued fraction) and 26.5.2 (reflection)
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const logFront =
    a * Math.log(x) + b * Math.log1p(-x) + logGammaFunction(a + b) - logGammaFunction(a) - logGammaFunction(b);
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1, step = 0; Math.abs(step - 1) > 1e-16 && m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= step = c * d;
  }
  return (Math.exp(logFront) * h) / a;
}
