import type { TensorModel } from "../../../nn/engine/tensorModel.js";
import type { HostTensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { requireParameters } from "../requireParameters.js";
import { requireTaken } from "../requireTaken.js";
import { KINDS } from "./cellFields.js";
import { cellLogits } from "./cellLogits.js";
import type { CellModel } from "./cellModel.js";

/**
 * A step of a model of cells as a function of tensors, with everything in it, to be exported: its noise is an input.
 *
 * next_e(p) = [e = argmax_e' (logit_e'(p; z) + γ_e'(p))], z = μ_z + σ_z ε_z, as `cellKernel` has it
 *
 * @param model the model
 * @param parts its parameters, the size S of lattices, and the number of cells, E − 1
 * @param rows B, steps at once, an integer ≥ 1: shapes of a graph are fixed
 * @returns `occupancy` [B, E, S, S] and `kinds` [B, E, 3] as `cellFields` gives them, standard normal `latents` [B, E, L] and
 *   standard Gumbel `gumbel` [B, E, S, S] → `next` [B, E, S, S], an occupancy, and the `logits` [B, E, S, S]. Where logits are not
 *   finite no entity need be at a site; where a cell has lost its last site a rollout has ended
 * @throws RangeError if S, the number of cells or B is not an integer ≥ 1, the model does not take such lattices, or the
 *   parameters are not its own
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (generating a step); Gumbel 1954, "Statistical theory of
 *   extreme values and some practical applications" (the maximum of such sums has the softmax law)
 */
export function cellTensorModel(
  model: CellModel,
  { parameters, size, cells }: { readonly parameters: HostTensors; readonly size: number; readonly cells: number },
  rows: number,
): TensorModel {
  for (const [name, count] of Object.entries({ size, cells, rows })) {
    if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`${name} must be an integer >= 1, got ${count}`);
  }
  requireTaken(model, { cells, size });
  requireParameters(model, parameters);
  const step = cellLogits(model, parameters);
  const lattice = [rows, cells + 1, size, size];
  return {
    inputs: {
      occupancy: { shape: lattice, type: "float32" },
      kinds: { shape: [rows, cells + 1, KINDS], type: "float32" },
      latents: { shape: [rows, cells + 1, model.latents], type: "float32" },
      gumbel: { shape: lattice, type: "float32" },
    },
    predict: ({ gumbel, ...inputs }) => {
      const { logits } = step(inputs);
      const sums = tf.add(logits, gumbel);
      return { next: tf.cast(tf.equal(sums, tf.max(sums, 1, true)), "float32"), logits };
    },
  };
}
