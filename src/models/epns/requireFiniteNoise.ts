/**
 * Check noise that was given: of numbers that are not finite a net would make a state that says nothing of its cause.
 *
 * @param noise any numbers
 * @throws RangeError naming the first that is not finite
 * @example requireFiniteNoise([0.5, -1]) // => undefined
 */
export function requireFiniteNoise(noise: ArrayLike<number>): void {
  for (let at = 0; at < noise.length; at++) {
    if (!Number.isFinite(noise[at])) throw new RangeError(`noise must hold finite numbers, got ${noise[at]} at ${at}`);
  }
}
