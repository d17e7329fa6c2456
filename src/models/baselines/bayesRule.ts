import type { Selector } from "./selector.js";

/**
 * Choose the mechanism with the greatest posterior probability: no rule makes fewer errors.
 *
 * argmax_i P(i | x); error E[1 − max_i P(i | x)]
 *
 * @param world its identity and exact posterior probabilities, for example a `linearTrend`
 * @returns the selector; of equal probabilities it chooses the first mechanism
 * @throws RangeError from the members if a probability is not in [0, 1], and what `posteriorProbabilities` throws
 * @source Devroye, Györfi & Lugosi 1996, "A Probabilistic Theory of Pattern Recognition", theorem 2.1
 * @example bayesRule({ id: "a", posteriorProbabilities: () => [0.2, 0.8] }).select(0) // => 1
 */
export function bayesRule<X>(world: {
  readonly id: string;
  readonly posteriorProbabilities: (x: X) => number[];
}): Selector<X> {
  const { id, posteriorProbabilities } = world;
  const probabilities = (x: X): number[] => {
    const values = posteriorProbabilities(x);
    const bad = values.find((p) => !(p >= 0 && p <= 1));
    if (bad !== undefined) throw new RangeError(`a posterior probability must be in [0, 1], got ${bad}`);
    return values;
  };
  return {
    id: `bayes(${id})`,
    select(x) {
      const values = probabilities(x);
      return values.indexOf(Math.max(...values));
    },
    probabilities,
  };
}
