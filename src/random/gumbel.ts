import type { Stream } from "./stream.js";

/**
 * One draw from the standard Gumbel law: the largest of logits, each with such a draw added, is at a draw from their
 * softmax.
 *
 * x = −log(−log(1 − u)); P(X ≤ x) = exp(−exp(−x))
 *
 * @param stream source of randomness
 * @returns a finite number
 * @source Gumbel 1954, "Statistical theory of extreme values and some practical applications"
 */
export function gumbel(stream: Stream): number {
  return -Math.log(-Math.log1p(-stream.uniform()) || Number.MIN_VALUE);
}
