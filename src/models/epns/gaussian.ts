import { tf } from "../../nn/tf.js";

/** Independent normal laws; where the scale has extent 1 and the mean more, they share it. */
export interface Gaussian {
  readonly mean: tf.Tensor;
  /** log σ, broadcast against the mean. */
  readonly logScale: tf.Tensor;
}

/** The largest |log σ| that a net can say. */
const LIMIT = 6;

/**
 * A net's answer as the logarithm of a standard deviation, so bounded that no rollout can overflow.
 *
 * log σ = 6 tanh(a/6)
 *
 * @param answer a, any shape
 * @returns log σ in (−6, 6), of the same shape
 */
export function boundedLogScale(answer: tf.Tensor): tf.Tensor {
  return tf.mul(tf.tanh(tf.div(answer, LIMIT)), LIMIT);
}

/**
 * A draw from normal laws, given standard normal noise: differentiable in mean and scale.
 *
 * x = μ + σ ε
 *
 * @param law μ and log σ
 * @param noise ε, of the shape of μ
 * @returns x, of the shape of μ
 * @source Kingma & Welling 2013, "Auto-Encoding Variational Bayes", arXiv 1312.6114 (reparameterisation)
 */
export function gaussianSample({ mean, logScale }: Gaussian, noise: tf.Tensor): tf.Tensor {
  return tf.add(mean, tf.mul(noise, tf.exp(logScale)));
}

/**
 * The logarithm of a normal density, coordinate by coordinate.
 *
 * log p(x) = −½ ((x − μ)/σ)² − log σ − ½ log 2π
 *
 * @param law μ and log σ
 * @param x of the shape of μ
 * @returns log p, of the shape of μ
 */
export function gaussianLogDensity({ mean, logScale }: Gaussian, x: tf.Tensor): tf.Tensor {
  const standard = tf.mul(tf.sub(x, mean), tf.exp(tf.neg(logScale)));
  return tf.sub(tf.sub(tf.mul(tf.square(standard), -0.5), logScale), 0.5 * Math.log(2 * Math.PI));
}

/**
 * The Kullback–Leibler divergence between normal laws, coordinate by coordinate.
 *
 * KL(q ‖ p) = log σ_p − log σ_q + (σ_q² + (μ_q − μ_p)²) / (2 σ_p²) − ½ ≥ 0
 *
 * @param q μ_q and log σ_q
 * @param p μ_p and log σ_p, of the same shapes
 * @returns KL in nats, of the shape of μ
 * @source Kingma & Welling 2013, arXiv 1312.6114, appendix B (for a standard normal p)
 */
export function gaussianDivergence(q: Gaussian, p: Gaussian): tf.Tensor {
  const ratio = tf.sub(q.logScale, p.logScale);
  const distance = tf.mul(tf.squaredDifference(q.mean, p.mean), tf.exp(tf.mul(p.logScale, -2)));
  const spread = tf.sub(tf.mul(tf.exp(tf.mul(ratio, 2)), 0.5), tf.add(ratio, 0.5));
  return tf.add(tf.mul(distance, 0.5), spread);
}
