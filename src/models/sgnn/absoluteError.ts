import { tf } from "../../nn/tf.js";
import type { Loss } from "./loss.js";
import { realTarget } from "./realTarget.js";

/**
 * Absolute error: its minimiser is the posterior median, component by component.
 *
 * ℓ(f, y) = |f − y|, averaged over the components of y
 *
 * @source Koenker & Bassett 1978, "Regression quantiles", at τ = ½
 */
export const absoluteError: Loss = {
  id: "absolute",
  standardised: true,
  encode: realTarget,
  outputs: (targetWidth) => targetWidth,
  mean: (outputs, targets) => tf.mean(tf.abs(tf.sub(outputs, targets))),
  decode: (outputs) => outputs,
  decodeRows: (outputs) => outputs,
};
