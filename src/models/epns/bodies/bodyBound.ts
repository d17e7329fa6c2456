import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { type Gaussian, gaussianDivergence, gaussianLogDensity, gaussianSample } from "../gaussian.js";
import type { BodyModel } from "./bodyModel.js";

/** The two halves of an evidence lower bound, per body, and what was decoded on the way. */
export interface BodyBound {
  /** log p(target | z), shape [B]. */
  readonly fit: tf.Tensor;
  /** KL(q(z_l | h, x') ‖ p(z_l | h)) of both latent vectors, shape [B, 2]. */
  readonly divergence: tf.Tensor;
  /** p(target | z) for the z that was drawn. */
  readonly law: Gaussian;
}

/**
 * One draw of the evidence lower bound of one step, in nats per body; unbiased.
 *
 * log p(x' | x) ≥ E_q log p(x' | z, h) − KL(q(z | h, x') ‖ p(z | h)), z = μ_q + σ_q ε; in the units of `bodyIncrements`,
 * so that densities of (x', v') have 3 log(s_v s_x) less
 *
 * @param model the model
 * @param parameters its parameters
 * @param inputs `state` [B, n, 7], `target` and standard normal `latents` [B, n, 2, 3]
 * @returns both halves, and the law that the first is about; the bound is fit − Σ divergence
 * @source Kingma & Welling 2013, arXiv 1312.6114, equation 3; Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286
 */
export function bodyBound(model: BodyModel, parameters: Tensors, inputs: Tensors): BodyBound {
  const hidden = model.forward(parameters, inputs.state as tf.Tensor3D);
  const [prior, posterior] = [model.prior(parameters, hidden), model.posterior(parameters, hidden, inputs.target)];
  const law = model.decode(parameters, hidden, gaussianSample(posterior, inputs.latents));
  return {
    fit: tf.mean(tf.sum(gaussianLogDensity(law, inputs.target), [2, 3]), 1),
    divergence: tf.mean(tf.sum(gaussianDivergence(posterior, prior), 3), 1),
    law,
  };
}
