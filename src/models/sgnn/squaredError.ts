import { tf } from "../../nn/tf.js";
import type { Loss } from "./loss.js";
import { realTarget } from "./realTarget.js";

/**
 * Squared error: its minimiser is the posterior mean E[y | x].
 *
 * ℓ(f, y) = (f − y)², averaged over the components of y
 *
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (the Bayes predictor under squared loss)
 */
export const squaredError: Loss = {
  id: "squared",
  standardised: true,
  encode: realTarget,
  outputs: (targetWidth) => targetWidth,
  mean: (outputs, targets) => tf.mean(tf.squaredDifference(outputs, targets)),
  decode: (outputs) => outputs,
  decodeRows: (outputs) => outputs,
};
