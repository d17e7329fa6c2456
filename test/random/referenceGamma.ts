/**
 * log Γ(x), by recurrence up to 20 and Stirling's series there.
 *
 * @param x a positive number
 * @returns log Γ(x), to about 1e−14
 * @source Abramowitz & Stegun 1964, 6.1.15 and 6.1.41
 */
export function logGammaFunction(x: number): number {
  let shift = 0;
  for (; x < 20; x++) shift += Math.log(x);
  const i = 1 / (x * x);
  const series = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i * (1 / 1680 - i / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * Both tails of the standard gamma law.
 *
 * @param a shape, positive
 * @param x a number ≥ 0
 * @returns [P(a, x), Q(a, x)], the regularised incomplete gamma functions; the smaller one is accurate
 * @source Abramowitz & Stegun 1964, 6.5.29 (series) and 6.5.31 (continued fraction)
 */
export function incompleteGamma(a: number, x: number): readonly [number, number] {
  if (x <= 0) return [0, 1];
  const front = Math.exp(a * Math.log(x) - x - logGammaFunction(a));
  if (x < a + 1) {
    let sum = 1 / a;
    let term = sum;
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
    return [front * sum, 1 - front * sum];
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1, step = 0; Math.abs(step - 1) > 1e-16 && n < 1e5; n++) {
    b += 2;
    d = 1 / (n * (a - n) * d + b);
    c = b + (n * (a - n)) / c;
    h *= step = c * d;
  }
  return [1 - front * h, front * h];
}

/**
 * Φ(x), the standard normal distribution function.
 *
 * @param x a number
 * @returns P(Z ≤ x)
 * @source Abramowitz & Stegun 1964, 26.2.29 with 6.5.16 (erf as an incomplete gamma function)
 */
export function normalCdf(x: number): number {
  const [inside, outside] = incompleteGamma(0.5, 0.5 * x * x);
  return x < 0 ? 0.5 * outside : 0.5 + 0.5 * inside;
}
