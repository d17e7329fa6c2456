import { chosenClass, type ClassPrediction, type ClassTruth } from "./classPrediction.js";
import type { Metric } from "./metric.js";

/**
 * The regret of a choice: p*(best class | x) − p*(chosen class | x), in [0, 1].
 *
 * Its mean is the error above that of the exact Bayes rule, with far less noise than a difference of 0/1 errors. It
 * applies where the posterior probabilities are known exactly.
 *
 * @source Devroye, Györfi & Lugosi 1996, "A Probabilistic Theory of Pattern Recognition", theorem 2.2
 */
export const regret: Metric<ClassPrediction, ClassTruth> = {
  id: "regret",
  title: "posterior probability given away by the choice",
  direction: "lower",
  range: [0, 1],
  evaluate: (prediction, { posterior }) =>
    posterior === undefined ? null : Math.max(...posterior) - posterior[chosenClass(prediction)],
};
