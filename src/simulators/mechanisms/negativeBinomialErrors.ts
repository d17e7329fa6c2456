import { negativeBinomial } from "../../random/negativeBinomial.js";
import type { ErrorLaw } from "./errorLaw.js";

/** Means below this are taken as this: whoever has 1e10 counts of mean 1e-10 expects to see one. */
const LEAST_MEAN = 1e-10;

/** Counts from here on use Stirling's series, whose error is then below 1e-15. */
const TABLE = 256;

/**
 * Independent negative binomial counts: Poisson counts whose means vary by a gamma law.
 *
 * log p(x | μ) = Σ_i log C(x_i) + x_i log(μ_i/k) − (x_i + k) log(1 + μ_i/k), C(x) = Γ(x + k)/(Γ(k) x!); mean μ_i, variance
 * μ_i + μ_i²/k
 *
 * @param options k, the dispersion, in [1e-3, 1e6]
 * @returns the law; its path is the mean count, ≥ 0 (below 1e-10 taken as 1e-10), its data are integers ≥ 0
 * @throws RangeError if k is outside its domain
 * @source Lawless 1987, "Negative binomial and mixed Poisson regression"; Abramowitz & Stegun 1964, equation 6.1.41
 *   (Stirling's series)
 * @example negativeBinomialErrors({ dispersion: 2 }).logLikelihood([0], [2], 1) // => -2 * Math.log(2)
 */
export function negativeBinomialErrors({ dispersion: k }: { readonly dispersion: number }): ErrorLaw {
  if (!(k >= 1e-3 && k <= 1e6)) throw new RangeError(`dispersion must be in [1e-3, 1e6], got ${k}`);
  const logCoefficient = logCoefficients(k);
  return {
    id: `negative-binomial(k=${k})`,
    requireData(x) {
      const bad = x.find((value) => !Number.isSafeInteger(value) || value < 0);
      if (bad !== undefined) throw new RangeError(`x must hold integers ≥ 0, got ${bad}`);
      return x;
    },
    sample: (stream, path) => Array.from(path, (mean) => negativeBinomial(stream, atLeast(mean), k)),
    logLikelihood(x, path) {
      let sum = 0;
      for (let i = 0; i < x.length; i++) {
        const mean = atLeast(path[i]);
        const count = x[i];
        sum += logCoefficient(count) - (count + k) * Math.log1p(mean / k);
        if (count > 0) sum += count * Math.log(mean / k);
      }
      return sum;
    },
    whiten(path, vectors) {
      for (let i = 0; i < path.length; i++) {
        const mean = atLeast(path[i]);
        const weight = 1 / Math.sqrt(mean * (1 + mean / k));
        for (const v of vectors) v[i] *= weight;
      }
    },
  };
}

/** NaN stays NaN. */
function atLeast(mean: number): number {
  return mean < LEAST_MEAN ? LEAST_MEAN : mean;
}

/** log Γ(x + k) − log Γ(k) − log x!: sums of logarithms up to the table's end, differences of Stirling's series beyond. */
function logCoefficients(k: number): (x: number) => number {
  const table = new Float64Array(TABLE + 1);
  for (let x = 1; x <= TABLE; x++) table[x] = table[x - 1] + Math.log((k + x - 1) / x);
  const correction = (z: number): number => (1 / 12 - 1 / (360 * z * z)) / z;
  const series = (x: number): number =>
    (x + 0.5) * Math.log1p((k - 1) / (x + 1)) + (k - 1) * Math.log(x + k) + correction(x + k) - correction(x + 1);
  const shift = table[TABLE] - series(TABLE);
  return (x) => (x <= TABLE ? table[x] : series(x) + shift);
}
