import type { Selector } from "./selector.js";

/** How far from 1 the probabilities may sum. */
const SLACK = 1e-9;

/**
 * Choose the mechanism that is most probable before any data: the best rule that does not look.
 *
 * argmax_i p_i; error 1 − max_i p_i
 *
 * @param prior p, the probability of each mechanism: numbers ≥ 0 with sum 1 to within 1e-9
 * @returns the selector; of equal probabilities it chooses the first mechanism
 * @throws RangeError if a probability is negative or NaN, or the sum differs from 1
 * @source Devroye, Györfi & Lugosi 1996, "A Probabilistic Theory of Pattern Recognition", section 2.1
 * @example priorGuess([0.2, 0.5, 0.3]).select(undefined) // => 1
 */
export function priorGuess(prior: readonly number[]): Selector<unknown> {
  const total = prior.reduce((sum, p) => sum + p, 0);
  if (!prior.every((p) => p >= 0) || !(Math.abs(total - 1) <= SLACK)) {
    throw new RangeError(`prior must hold numbers ≥ 0 with sum 1, got [${prior.join(", ")}]`);
  }
  const best = prior.indexOf(Math.max(...prior));
  return { id: `prior(${prior.join(",")})`, select: () => best, probabilities: () => [...prior] };
}
