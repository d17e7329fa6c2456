import { gamma } from "../../random/gamma.js";
import { normal } from "../../random/normal.js";
import type { Stream } from "../../random/stream.js";
import { logGammaFunction } from "../../statistics/logGammaFunction.js";

/** A law on R^d that can be drawn from and evaluated. */
export interface Density {
  /** Writes one draw into `out`, shape [d]. */
  readonly sample: (stream: Stream, out: Float64Array) => void;
  readonly logDensity: (z: ArrayLike<number>) => number;
}

/**
 * The multivariate Student law: a normal law with heavy tails.
 *
 * z = m + L ε √(ν/g), S = LLᵀ, ε ~ N(0, I), g ~ χ²_ν; log p = log Γ((ν + d)/2) − log Γ(ν/2) − ½ log|S| − (d/2) log(νπ) −
 * ((ν + d)/2) log(1 + (z − m)ᵀS⁻¹(z − m)/ν)
 *
 * @param location m, shape [d], finite
 * @param shape S, symmetric and positive definite, shape [d][d]
 * @param degrees ν, finite and > 0
 * @returns the law
 * @throws RangeError if S is not positive definite or ν is outside its domain
 * @source Kotz & Nadarajah 2004, "Multivariate t Distributions and Their Applications", chapter 1
 * @example studentLaw([0], [[1]], 1).logDensity([0]) // => -Math.log(Math.PI)
 */
export function studentLaw(location: ArrayLike<number>, shape: readonly ArrayLike<number>[], degrees: number): Density {
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError(`degrees must be finite and > 0, got ${degrees}`);
  const d = location.length;
  const l = new Float64Array(d * d);
  let constant = logGammaFunction((degrees + d) / 2) - logGammaFunction(degrees / 2) - 0.5 * d * Math.log(degrees * Math.PI);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = shape[i][j];
      for (let k = 0; k < j; k++) sum -= l[i * d + k] * l[j * d + k];
      if (i > j) l[i * d + j] = sum / l[j * d + j];
      else if (sum > 0 && sum < Infinity) l[i * d + i] = Math.sqrt(sum);
      else throw new RangeError(`shape must be positive definite, got pivot ${sum} in row ${i}`);
    }
    constant -= Math.log(l[i * d + i]);
  }
  const y = new Float64Array(d);
  return {
    sample(stream, out) {
      const stretch = Math.sqrt(degrees / gamma(stream, degrees / 2, 0.5));
      for (let i = 0; i < d; i++) y[i] = normal(stream) * stretch;
      for (let i = 0; i < d; i++) {
        out[i] = location[i];
        for (let k = 0; k <= i; k++) out[i] += l[i * d + k] * y[k];
      }
    },
    logDensity(z) {
      let square = 0;
      for (let i = 0; i < d; i++) {
        let sum = z[i] - location[i];
        for (let k = 0; k < i; k++) sum -= l[i * d + k] * y[k];
        y[i] = sum / l[i * d + i];
        square += y[i] * y[i];
      }
      return constant - 0.5 * (degrees + d) * Math.log1p(square / degrees);
    },
  };
}
