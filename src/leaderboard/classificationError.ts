import { chosenClass, type ClassPrediction, type ClassTruth } from "./classPrediction.js";
import type { Metric } from "./metric.js";

/**
 * The 0/1 error: 1[chosen class ≠ true class].
 *
 * @source the loss under which argmax P(class | x) is the Bayes rule
 */
export const classificationError: Metric<ClassPrediction, ClassTruth> = {
  id: "error",
  title: "share of cases in which the wrong mechanism is chosen",
  direction: "lower",
  range: [0, 1],
  evaluate: (prediction, { mechanism }) => (chosenClass(prediction) === mechanism ? 0 : 1),
};
