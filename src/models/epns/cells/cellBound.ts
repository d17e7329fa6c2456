import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { gaussianDivergence, gaussianSample } from "../gaussian.js";
import type { CellModel } from "./cellModel.js";
import { siteLogProbability } from "./siteLogProbability.js";

/** The two halves of an evidence lower bound, per site, and the decoder's answer behind them. */
export interface CellBound {
  /** log p(x' | z), shape [B]. */
  readonly fit: tf.Tensor;
  /** KL(q(z_l | h, x') ‖ p(z_l | h)), latent by latent, summed over entities; shape [B, L]. */
  readonly divergence: tf.Tensor;
  /** What the decoder said, shape [B, E, S, S]: for those who go on from a draw of it. */
  readonly logits: tf.Tensor;
}

/**
 * One draw of the evidence lower bound of one step of cells, in nats per site; unbiased.
 *
 * log p(x' | x) ≥ E_q Σ_p log softmax(logits(p))_{x'(p)} − KL(q(z | h, x') ‖ p(z | h)), divided by the number of sites
 *
 * @param model the model
 * @param parameters its parameters
 * @param inputs `occupancy` and `kinds` of `cellFields`, `target` the next occupancy, and standard normal `latents`
 *   [B, E, L]
 * @returns both halves; the bound is fit − Σ divergence
 * @source Kingma & Welling 2013, arXiv 1312.6114, equation 3; Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286
 */
export function cellBound(model: CellModel, parameters: Tensors, inputs: Tensors): CellBound {
  const hidden = model.forward(parameters, inputs);
  const [prior, posterior] = [model.prior(parameters, hidden), model.posterior(parameters, hidden, inputs.target)];
  const logits = model.decode(parameters, hidden, gaussianSample(posterior, inputs.latents));
  const [, , size] = inputs.target.shape as [number, number, number];
  return {
    fit: siteLogProbability(logits, inputs.target),
    divergence: tf.div(tf.sum(gaussianDivergence(posterior, prior), 1), size * size),
    logits,
  };
}
