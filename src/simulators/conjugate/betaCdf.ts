/**
 * The distribution function of a beta law with integer parameters: the regularised incomplete beta function I_q(a, b).
 *
 * I_q(a, b) = Σ_{j=a}^{n} C(n, j) q^j (1 − q)^{n−j}, n = a + b − 1
 *
 * The sum is a Bernstein polynomial with coefficients 0 (j < a) and 1 (j ≥ a); de Casteljau's averages evaluate it in
 * n² steps without cancellation, so every digit of small values counts too.
 *
 * @param q any number; F is 0 below 0 and 1 above 1
 * @param a an integer in [1, 1000]
 * @param b an integer in [1, 1000]
 * @returns P(θ ≤ q) in [0, 1]
 * @throws RangeError if q is NaN or a parameter is outside its domain
 * @source NIST Digital Library of Mathematical Functions, equation 8.17.5
 * @example betaCdf(0.5, 2, 3) // => 0.6875
 */
export function betaCdf(q: number, a: number, b: number): number {
  requireParameter("a", a);
  requireParameter("b", b);
  if (Number.isNaN(q)) throw new RangeError("q must be a number, got NaN");
  if (q <= 0) return 0;
  if (q >= 1) return 1;
  const n = a + b - 1;
  const w = Float64Array.from({ length: n + 1 }, (_, j) => (j < a ? 0 : 1));
  for (let last = n; last > 0; last--) {
    for (let j = 0; j < last; j++) w[j] = (1 - q) * w[j] + q * w[j + 1];
  }
  return w[0];
}

function requireParameter(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > 1000) {
    throw new RangeError(`${name} must be an integer in [1, 1000], got ${value}`);
  }
}
