import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { type CellBound, cellBound } from "./cellBound.js";
import type { CellModel } from "./cellModel.js";
import { sampledOccupancy } from "./sampledOccupancy.js";

/**
 * The evidence bounds of T steps in a row, the model being unrolled on its own samples, in nats per site.
 *
 * bound(x̃^t → x^{t+1}),  x̃⁰ = x⁰,  x̃^{t+1} ~ p(· | z, x̃^t) with z ~ q(· | x̃^t, x^{t+1}): at every step the
 * posterior sees the true next state, and the draw of the decoder, a lattice with one entity at every site as all that a
 * model ever sees, is where the next step begins. Gradients reach each step's own bound, not through the draws, so that
 * this is one-step training on states of the model's own: for T = 1 it is `cellBound`
 *
 * @param model the model
 * @param parameters its parameters
 * @param inputs `occupancy` and `kinds` of `cellFields`; for each step t = 0, …, T − 1 the next occupancy `target/t` and
 *   standard normal `latents/t` [B, E, L]; standard Gumbel noise `gumbel/t` [B, E, S, S] for all steps but the last
 * @param horizon T, an integer ≥ 1
 * @returns both halves for all steps, those of step 0 first: T · B rows
 * @source Brandstetter, Worrall & Welling 2022, "Message passing neural PDE solvers", arXiv 2202.03376 (training on the
 *   model's own states without gradients through them)
 */
export function unrolledCellBound(model: CellModel, parameters: Tensors, inputs: Tensors, horizon: number): Pick<CellBound, "fit" | "divergence"> {
  const bounds: CellBound[] = [];
  let { occupancy } = inputs;
  for (let t = 0; t < horizon; t++) {
    const step = { occupancy, kinds: inputs.kinds, target: inputs[`target/${t}`], latents: inputs[`latents/${t}`] };
    const bound = cellBound(model, parameters, step);
    bounds.push(bound);
    if (t + 1 < horizon) occupancy = sampledOccupancy(bound.logits, inputs[`gumbel/${t}`]);
  }
  return {
    fit: tf.concat(bounds.map(({ fit }) => fit)),
    divergence: tf.concat(bounds.map(({ divergence }) => divergence)),
  };
}
