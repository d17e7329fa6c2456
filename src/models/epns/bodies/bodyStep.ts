import type { Tensors } from "../../../nn/hostTensor.js";
import type { tf } from "../../../nn/tf.js";
import { type Gaussian, gaussianSample } from "../gaussian.js";
import type { BodyModel } from "./bodyModel.js";

/** The law of increments that a step has decided on, and a draw from it. */
export interface BodyStep extends Gaussian {
  /** Shape [B, n, 2, 3]. */
  readonly sample: tf.Tensor;
}

/**
 * One step of a rollout: z from the prior, then increments from the decoder; a pure function of state and noise.
 *
 * z = μ_z + σ_z ε_z,  (dv/s_v, dx/s_x) = μ(z) + σ(z) ε
 *
 * @param model the model
 * @param parameters its parameters
 * @param inputs `state` [B, n, 7]; standard normal `latents` ε_z and `noise` ε, each [B, n, 2, 3]
 * @returns mean, log-scale and sample of the increments, in the units of `bodyIncrements`
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (generating a step)
 */
export function bodyStep(model: BodyModel, parameters: Tensors, inputs: Tensors): BodyStep {
  const hidden = model.forward(parameters, inputs.state as tf.Tensor3D);
  const latents = gaussianSample(model.prior(parameters, hidden), inputs.latents);
  const law = model.decode(parameters, hidden, latents);
  return { ...law, sample: gaussianSample(law, inputs.noise) };
}
