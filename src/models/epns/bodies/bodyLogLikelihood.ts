import { upload } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import type { Key } from "../../../random/key.js";
import { normal } from "../../../random/normal.js";
import { BODY } from "../../../simulators/particles/requireBodies.js";
import { gaussianLogDensity, gaussianSample } from "../gaussian.js";
import { requireParameters } from "../requireParameters.js";
import { requireTaken } from "../requireTaken.js";
import { bodyBound } from "./bodyBound.js";
import { bodyWindows, trajectoryTransitions } from "./bodyWindows.js";
import type { FittedBodies } from "./fitBodies.js";
import type { BodyTransition } from "./incrementScales.js";

/** Transitions that are judged together. */
const BATCH = 256;

/**
 * How likely a model says transitions are: a lower bound, in nats per body.
 *
 * 1/n log p(x', v' | x, v), bounded by one unbiased draw of the evidence bound (K = 1, with the divergence in closed form),
 * or by 1/n log 1/K Σ_k p(x' | z_k) p(z_k) / q(z_k), z_k ~ q (K > 1): a bound in expectation, that rises to the
 * log-likelihood with K. Densities are those of (x', v') in the units of the task: those of the increments less
 * 3 log(s_v s_x)
 *
 * @param fitted the trained model, and the scales of its increments
 * @param transitions states and next ones, rows [m, x, y, z, vx, vy, vz], shape [n, 7], n the same for all
 * @param options the key of the latents, and K, an integer ≥ 1; 1 if not given
 * @returns one bound for each transition
 * @throws RangeError if the parameters are not the model's, there is no transition, a state is malformed or has another
 *   number of bodies than the others or than the model takes, a mass changes, or K leaves its domain
 * @source Burda, Grosse & Salakhutdinov 2015, "Importance weighted autoencoders", arXiv 1509.00519, equation 8;
 *   Kingma & Welling 2013, arXiv 1312.6114, equation 3
 */
export function bodyLogLikelihood(
  fitted: Pick<FittedBodies, "model" | "parameters" | "scales">,
  transitions: readonly BodyTransition[],
  options: { readonly key: Key; readonly samples?: number },
): Float64Array {
  const { key, samples = 1 } = options;
  if (!(Number.isSafeInteger(samples) && samples >= 1)) throw new RangeError(`samples must be an integer >= 1, got ${samples}`);
  requireParameters(fitted.model, fitted.parameters);
  if (transitions.length === 0) throw new RangeError("transitions must hold at least one, got none");
  const windows = bodyWindows(trajectoryTransitions(transitions), fitted.scales, 1);
  requireTaken(fitted.model, windows);
  const unit = 3 * Math.log(fitted.scales.velocity * fitted.scales.position);
  const bounds = new Float64Array(transitions.length);
  for (let start = 0; start < bounds.length; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, bounds.length - start) }, (_, i) => start + i);
    const { states, targets } = windows.batch(rows);
    const shape = [rows.length, windows.bodies, 2, 3];
    const given = {
      state: { data: states.data, shape: [rows.length, windows.bodies, BODY] },
      target: { data: targets.data, shape },
    };
    tf.tidy(() => {
      const inputs = upload(given);
      const noise = (draw: number): tf.Tensor => {
        const stream = key.fold(start).fold(draw).stream();
        return tf.tensor(Float32Array.from({ length: targets.data.length }, () => normal(stream)), shape);
      };
      const found = samples === 1 ? elbo(fitted, inputs, noise(0)) : importanceWeighted(fitted, inputs, noise, samples);
      found.forEach((value, i) => (bounds[start + i] = value - unit));
    });
  }
  return bounds;
}

type Fitted = Pick<FittedBodies, "model" | "parameters">;

function elbo({ model, parameters }: Fitted, inputs: tf.NamedTensorMap, latents: tf.Tensor): Float32Array {
  const { fit, divergence } = bodyBound(model, upload(parameters), { ...inputs, latents });
  return tf.sub(fit, tf.sum(divergence, 1)).dataSync<"float32">();
}

/** One forward pass for all latents; the weights are summed in float64. */
function importanceWeighted({ model, parameters }: Fitted, inputs: tf.NamedTensorMap, noise: (draw: number) => tf.Tensor, samples: number): number[] {
  const p = upload(parameters);
  const hidden = model.forward(p, inputs.state as tf.Tensor3D);
  const [prior, posterior] = [model.prior(p, hidden), model.posterior(p, hidden, inputs.target)];
  const [batch, bodies] = inputs.target.shape;
  const logWeights = Array.from({ length: samples }, (_, draw) =>
    tf.tidy(() => {
      const latents = gaussianSample(posterior, noise(draw));
      const fit = gaussianLogDensity(model.decode(p, hidden, latents), inputs.target);
      const ratio = tf.sub(gaussianLogDensity(prior, latents), gaussianLogDensity(posterior, latents));
      return tf.sum(tf.add(fit, ratio), [1, 2, 3]).dataSync<"float32">();
    }),
  );
  return Array.from({ length: batch }, (_, b) => {
    const largest = Math.max(...logWeights.map((row) => row[b]));
    const mean = logWeights.reduce((sum, row) => sum + Math.exp(row[b] - largest), 0) / samples;
    return (largest + Math.log(mean)) / bodies;
  });
}
