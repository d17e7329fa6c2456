import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { gaussianSample } from "../gaussian.js";
import { bodyBound, type BodyBound } from "./bodyBound.js";
import type { IncrementScales } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";

/**
 * The evidence bounds of T steps in a row, from the second on from where the model's own sample has led.
 *
 * x̂⁰ = x⁰, x̂^{k+1} = advance(x̂^k, increments ~ p(· | z, h(x̂^k))), z ~ q(· | h(x̂^k), target), where the target is the
 * increment that leads from x̂^k to the true x^{k+1}. Kept as the deviation δ^k = x̂^k − x^k, so that float32 suffices:
 * the targets are those of x^k less (δv/s_v, (δx + Δt δv/2)/s_x). Gradients flow through the samples.
 *
 * Each is a bound of log p(x^{k+1} | x̂^k) at one draw of x̂^k; their sum bounds the likelihood of the trajectory only
 * where T = 1. The posterior keeps samples near the truth as far as latents carry information; where they carry none, the
 * targets undo chance that no model could foresee, and longer horizons cost likelihood.
 *
 * @param model the model
 * @param parameters its parameters
 * @param inputs `states` [B, T, n, 7] and `targets` [B, T, n, 2, 3] of `bodyWindows`; standard normal `latents`, and if
 *   T > 1 `noise`, each of the shape of the targets
 * @param scales Δt, s_v, s_x
 * @returns bounds of all steps, those of step 0 first: T · B rows
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (multi-step training)
 */
export function unrolledBound(model: BodyModel, parameters: Tensors, inputs: Tensors, scales: IncrementScales): Pick<BodyBound, "fit" | "divergence"> {
  const [states, targets, latents] = [inputs.states, inputs.targets, inputs.latents].map((x) => tf.unstack(x, 1));
  const noise = states.length > 1 ? tf.unstack(inputs.noise, 1) : [];
  const bounds: BodyBound[] = [];
  let deviation: { readonly x: tf.Tensor; readonly v: tf.Tensor } | undefined;
  states.forEach((truth, k) => {
    const state = deviation === undefined ? truth : tf.add(truth, tf.pad(tf.concat([deviation.x, deviation.v], -1), [[0, 0], [0, 0], [1, 0]]));
    const target = deviation === undefined ? targets[k] : tf.sub(targets[k], asIncrements(deviation, scales));
    const bound = bodyBound(model, parameters, { state, target, latents: latents[k] });
    bounds.push(bound);
    if (k + 1 < states.length) deviation = asDeviation(tf.sub(gaussianSample(bound.law, noise[k]), target), scales);
  });
  return {
    fit: tf.concat(bounds.map(({ fit }) => fit)),
    divergence: tf.concat(bounds.map(({ divergence }) => divergence)),
  };
}

/** (δv/s_v, (δx + Δt δv/2)/s_x), shape [B, n, 2, 3]. */
function asIncrements({ x, v }: { readonly x: tf.Tensor; readonly v: tf.Tensor }, { dt, velocity, position }: IncrementScales): tf.Tensor {
  return tf.stack([tf.div(v, velocity), tf.div(tf.add(x, tf.mul(v, dt / 2)), position)], 2);
}

/** Where increments that differ from the true ones lead, from the true next state. */
function asDeviation(difference: tf.Tensor, { dt, velocity, position }: IncrementScales): { x: tf.Tensor; v: tf.Tensor } {
  const [a, b] = tf.unstack(difference, 2);
  const v = tf.mul(a, velocity);
  return { x: tf.add(tf.mul(v, dt / 2), tf.mul(b, position)), v };
}
