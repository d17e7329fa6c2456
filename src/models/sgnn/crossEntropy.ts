import type { Rows } from "../../nn/standardisation.js";
import { tf } from "../../nn/tf.js";
import type { Loss } from "./loss.js";

/**
 * Cross entropy: its minimiser is the posterior probability of every class.
 *
 * ℓ(f, y) = −Σ_k y_k log softmax(f)_k; predictions are softmax(f)
 *
 * @param classes K, an integer ≥ 2
 * @returns a loss for targets that are a class index in 0 … K − 1, or K probabilities (such as one-hot); it refuses
 *   training targets among which a class never occurs, of which a net would learn only that there is none
 * @throws RangeError if K is not an integer ≥ 2
 * @source Gneiting & Raftery 2007, "Strictly proper scoring rules", section 3.1 (logarithmic score)
 * @example crossEntropy(3).encode(1) // => [0, 1, 0]
 */
export function crossEntropy(classes: number): Loss {
  if (!Number.isInteger(classes) || classes < 2) {
    throw new RangeError(`classes must be an integer ≥ 2, got ${classes}`);
  }
  return {
    id: `cross-entropy(${classes})`,
    standardised: false,
    encode: (target) => (typeof target === "number" ? oneHot(target, classes) : probabilities(target, classes)),
    requireTargets: (targets) => requireClasses(targets, classes),
    outputs: () => classes,
    mean: (outputs, targets) => tf.neg(tf.mean(tf.sum(tf.mul(targets, tf.logSoftmax(outputs)), 1))),
    decode: softmax,
    decodeRows: (outputs) => tf.softmax(outputs),
  };
}

function oneHot(target: number, classes: number): number[] {
  if (!Number.isInteger(target) || target < 0 || target >= classes) {
    throw new RangeError(`a class must be an integer in [0, ${classes}), got ${target}`);
  }
  return Array.from({ length: classes }, (_, k) => (k === target ? 1 : 0));
}

function probabilities(target: ArrayLike<number>, classes: number): number[] {
  const row = Array.from(target);
  const total = row.reduce((sum, p) => sum + p, 0);
  if (row.length !== classes || !row.every((p) => p >= 0) || !(Math.abs(total - 1) < 1e-9)) {
    throw new RangeError(`class probabilities must be ${classes} numbers ≥ 0 with sum 1, got [${row.join(", ")}]`);
  }
  return row;
}

function requireClasses({ data }: Rows, classes: number): void {
  const missing = Array.from({ length: classes }, (_, k) => k).find((k) => data.every((p, i) => i % classes !== k || p === 0));
  if (missing !== undefined) {
    throw new RangeError(`target must take every class in [0, ${classes}) in training, got none of class ${missing} in ${data.length / classes} pairs`);
  }
}

function softmax(logits: Float64Array): Float64Array {
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}
