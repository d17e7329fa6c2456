/**
 * The logarithm of the gamma function, by recurrence up to 20 and Stirling's series from there.
 *
 * ln Γ(x), Γ(x) = ∫₀^∞ t^{x−1} e^{−t} dt
 *
 * @param x in (0, 1e300]
 * @returns ln Γ(x), with an error below 1e-13 · max(1, |ln Γ(x)|)
 * @throws RangeError if x leaves its domain
 * @source Abramowitz & Stegun 1964, equations 6.1.15 (recurrence) and 6.1.41 (Stirling's series)
 * @example logGammaFunction(0.5) // => Math.log(Math.PI) / 2
 */
export function logGammaFunction(x: number): number {
  if (!(x > 0 && x <= 1e300)) throw new RangeError(`x must be in (0, 1e300], got ${x}`);
  let shift = 0;
  let z = x;
  for (; z < 20; z++) shift += Math.log(z);
  const i = 1 / (z * z);
  const series = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i * (1 / 1680 - i / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
