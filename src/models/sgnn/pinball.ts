import { tf } from "../../nn/tf.js";
import type { Loss } from "./loss.js";
import { realTarget } from "./realTarget.js";

/**
 * Pinball loss: its minimisers are posterior quantiles.
 *
 * ℓ(f, y) = Σ_k ρ_{τ_k}(y − f_k) / K,  ρ_τ(e) = τ e + max(0, −e)
 *
 * @param levels τ_1 … τ_K, each in (0, 1), at least one; the net has one output for each, in this order
 * @returns a loss for scalar targets
 * @throws RangeError if there is no level, or one is not in (0, 1)
 * @source Koenker & Bassett 1978, "Regression quantiles", section 2
 * @example pinball([0.5, 0.9]).id // => "pinball(0.5,0.9)"
 */
export function pinball(levels: readonly number[]): Loss {
  if (levels.length === 0) throw new RangeError("pinball needs at least one level");
  for (const level of levels) {
    if (!(level > 0 && level < 1)) throw new RangeError(`a level must be in (0, 1), got ${level}`);
  }
  return {
    id: `pinball(${levels.join(",")})`,
    standardised: true,
    encode: realTarget,
    outputs: (targetWidth) => {
      if (targetWidth !== 1) throw new RangeError(`pinball takes scalar targets, got width ${targetWidth}`);
      return levels.length;
    },
    mean: (outputs, targets) => {
      const errors = tf.sub(targets, outputs);
      return tf.mean(tf.add(tf.mul(errors, tf.tensor1d([...levels])), tf.relu(tf.neg(errors))));
    },
    decode: (outputs) => outputs,
    decodeRows: (outputs) => outputs,
  };
}
