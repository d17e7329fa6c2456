import { type HostTensors, upload } from "../../../nn/hostTensor.js";
import type { TensorFunction } from "../../../nn/engine/trace.js";
import type { CellLattice } from "../../../simulators/lattice/cellLattice.js";
import { gaussianSample } from "../gaussian.js";
import { cellFields } from "./cellFields.js";
import type { CellModel } from "./cellModel.js";

/**
 * The logits of a step, given its latent noise: a function that can be compiled, with the parameters as its constants.
 *
 * z = μ_z + σ_z ε_z, the prior's, then the decoder
 *
 * @param model the model
 * @param parameters its parameters
 * @returns the inputs of `logitInputs` → `logits`, shape [B, E, S, S]
 */
export function cellLogits(model: CellModel, parameters: HostTensors): TensorFunction {
  return ({ latents, ...fields }) => {
    const p = upload(parameters);
    const hidden = model.forward(p, fields);
    return { logits: model.decode(p, hidden, gaussianSample(model.prior(p, hidden), latents)) };
  };
}

/**
 * Lattices and latent noise as the inputs of `cellLogits`.
 *
 * @param lattices at least one, all of one size and with one number of cells
 * @param latents ε_z for each, shape [E, L]
 * @param rows B, the rows of the batch, at least as many as lattices; those that are left repeat the last lattice
 * @returns the fields of the lattices, and `latents` [B, E, L]
 * @throws RangeError as `cellFields`
 */
export function logitInputs(lattices: readonly CellLattice[], latents: readonly Float64Array[], rows = lattices.length): HostTensors {
  const given = Array.from({ length: rows }, (_, b) => Math.min(b, lattices.length - 1));
  const fields = cellFields(given.map((b) => lattices[b]));
  const [length, [, entities]] = [latents[0].length, fields.occupancy.shape];
  const draws = new Float32Array(rows * length);
  given.forEach((from, b) => draws.set(latents[from], b * length));
  return { ...fields, latents: { data: draws, shape: [rows, entities, length / entities] } };
}
