import { normal } from "./normal.js";
import type { Stream } from "./stream.js";

/** Gamma(shape, 1) for shape ≥ 1, by rejection from a cubed normal. */
function marsagliaTsang(stream: Stream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - stream.uniform();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v;
  }
}

/**
 * One draw from the gamma law.
 *
 * p(x) = rate^shape x^(shape − 1) e^(−rate · x) / Γ(shape), mean shape/rate; a shape below 1 is
 * Gamma(shape + 1) · u^(1/shape), which rounds to 0 where x < 5e−324 (see `logGamma`)
 *
 * @param stream source of randomness
 * @param shape positive and finite
 * @param rate 1/scale, positive and finite
 * @returns a number ≥ 0, in units of 1/rate
 * @throws RangeError if shape or rate is not positive and finite
 * @source Marsaglia & Tsang 2000, "A simple method for generating gamma variables"
 */
export function gamma(stream: Stream, shape: number, rate = 1): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`shape must be positive and finite, got ${shape}`);
  if (!(rate > 0 && rate < Infinity)) throw new RangeError(`rate must be positive and finite, got ${rate}`);
  if (shape >= 1) return marsagliaTsang(stream, shape) / rate;
  return (marsagliaTsang(stream, shape + 1) * (1 - stream.uniform()) ** (1 / shape)) / rate;
}

/**
 * The logarithm of one draw from Gamma(shape, 1), which does not underflow at small shapes.
 *
 * log x = log Gamma(shape + 1) + log(u) / shape for shape < 1
 *
 * @param stream source of randomness
 * @param shape in [1e−300, 1e300]
 * @returns a finite number, negative and large where x is tiny
 * @throws RangeError if shape lies outside its domain
 * @source Marsaglia & Tsang 2000, "A simple method for generating gamma variables"
 */
export function logGamma(stream: Stream, shape: number): number {
  if (!(shape >= 1e-300 && shape <= 1e300)) throw new RangeError(`shape must lie in [1e-300, 1e300], got ${shape}`);
  if (shape >= 1) return Math.log(marsagliaTsang(stream, shape));
  return Math.log(marsagliaTsang(stream, shape + 1)) + Math.log(1 - stream.uniform()) / shape;
}
