import { normal } from "../../random/normal.js";
import { requireFinite } from "../conjugate/requireFinite.js";
import type { BoxParameter } from "./boxParameter.js";
import type { ErrorLaw } from "./errorLaw.js";
import { requireBox } from "./requireBox.js";

/** Constants of `gaussianErrors`. */
export interface GaussianErrorsOptions {
  /** σ, the standard deviation of an error: a known number, finite and > 0, or the box of an unknown one. */
  readonly scale: BoxParameter | number;
  /** φ, the correlation of an error with the next one, in (−1, 1); default 0. */
  readonly autocorrelation?: number;
}

/**
 * Gaussian errors of equal variance, independent or a stationary autoregression of order one.
 *
 * x_i = μ_i + σ η_i, η_1 ~ N(0, 1), η_i = φ η_{i−1} + √(1 − φ²) ε_i. Whitened residuals e_1 = r_1,
 * e_i = (r_i − φ r_{i−1})/√(1 − φ²), r = x − μ: log p = −(n/2) log(2πσ²) − ((n − 1)/2) log(1 − φ²) − Σ e_i²/(2σ²);
 * the best σ² is Σ e_i²/n
 *
 * @param options σ or its box, and φ
 * @returns the law; its path is the mean of x, its data are finite numbers
 * @throws RangeError if a constant is outside its domain
 * @source Hamilton 1994, "Time Series Analysis", section 5.2 (the exact likelihood of a Gaussian AR(1) process)
 * @example gaussianErrors({ scale: 2 }).logLikelihood([1, 3], [1, 1], 1) // => -Math.log(8 * Math.PI) - 0.5
 */
export function gaussianErrors({ scale, autocorrelation: phi = 0 }: GaussianErrorsOptions): ErrorLaw {
  if (!(Math.abs(phi) < 1)) throw new RangeError(`autocorrelation must be in (-1, 1), got ${phi}`);
  const isKnown = typeof scale === "number";
  if (isKnown && !(scale > 0 && scale < Infinity)) throw new RangeError(`scale must be finite and > 0, got ${scale}`);
  const innovation = Math.sqrt(1 - phi * phi);
  const sigma = isKnown ? scale : 1;

  const sumOfSquares = (x: ArrayLike<number>, path: ArrayLike<number>): number => {
    let before = x[0] - path[0];
    let sum = before * before;
    for (let i = 1; i < x.length; i++) {
      const r = x[i] - path[i];
      const e = (r - phi * before) / innovation;
      sum += e * e;
      before = r;
    }
    return sum;
  };

  return {
    id: `gaussian(sigma=${isKnown ? scale : `logU(${scale.lower},${scale.upper})`}, phi=${phi})`,
    ...(!isKnown && { scale: requireBox(scale) }),
    requireData: (x) => requireFinite("x", x, x.length),
    sample(stream, path, s) {
      let eta = 0;
      return Array.from(path, (mean, i) => {
        eta = i === 0 ? normal(stream) : phi * eta + innovation * normal(stream);
        return mean + sigma * s * eta;
      });
    },
    logLikelihood(x, path, s) {
      const n = x.length;
      const variance = (sigma * s) ** 2;
      const logDeterminant = n * Math.log(2 * Math.PI * variance) + 2 * (n - 1) * Math.log(innovation);
      return -0.5 * (logDeterminant + sumOfSquares(x, path) / variance);
    },
    whiten(path, vectors) {
      for (const v of vectors) {
        for (let i = path.length - 1; i > 0; i--) v[i] = (v[i] - phi * v[i - 1]) / (innovation * sigma);
        v[0] /= sigma;
      }
    },
    ...(!isKnown && { fittedScale: (x, path) => Math.sqrt(sumOfSquares(x, path) / x.length) }),
  };
}
