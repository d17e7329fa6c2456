import { type HostTensors, upload } from "../../../nn/hostTensor.js";
import type { TensorFunction } from "../../../nn/engine/trace.js";
import { tf } from "../../../nn/tf.js";
import { BODY } from "../../../simulators/particles/requireBodies.js";
import { VECTORS } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";
import { bodyStep } from "./bodyStep.js";

/** Layers of noise: both latent vectors, then both increments. */
export const LAYERS = 2 * VECTORS;

/**
 * States and noise as the inputs of `bodySample`.
 *
 * @param states at least one where rows are to be filled, each of shape [n, 7]
 * @param draws noise for each, of shape [4, n, 3]
 * @param bodies n
 * @param rows B, the rows of the batch, at least as many as states; those that are left repeat the last state
 * @returns `state` [B, n, 7] and `layers` [B, 4, n, 3]
 * @throws RangeError if there is not one noise for each state, or one of them has another shape
 */
export function bodyBatch(states: readonly Float64Array[], draws: readonly Float64Array[], bodies: number, rows = states.length): HostTensors {
  const [width, length] = [bodies * BODY, LAYERS * bodies * 3];
  const [state, layers] = [new Float32Array(rows * width), new Float32Array(rows * length)];
  if (draws.length !== states.length) throw new RangeError(`noise must be given for ${states.length} states, got ${draws.length}`);
  states.forEach((one, b) => {
    if (one.length !== width) throw new RangeError(`state must have shape [${bodies}, 7], got ${one.length} numbers`);
    if (draws[b].length !== length) throw new RangeError(`noise must have shape [${LAYERS}, ${bodies}, 3], got ${draws[b].length} numbers`);
    state.set(one, b * width);
    layers.set(draws[b], b * length);
  });
  for (let b = states.length; b < rows; b++) {
    state.set(states[states.length - 1], b * width);
    layers.set(draws[states.length - 1], b * length);
  }
  return { state: { data: state, shape: [rows, bodies, BODY] }, layers: { data: layers, shape: [rows, LAYERS, bodies, 3] } };
}

/**
 * Draws of increments from a model: a function that can be compiled, with the parameters as its constants.
 *
 * @param model the model
 * @param parameters its parameters
 * @returns the inputs of `bodyBatch` → `sample`, the increments [B, n, 2, 3], as `bodyStep` has them
 */
export function bodySample(model: BodyModel, parameters: HostTensors): TensorFunction {
  return ({ state, layers }) => {
    const [latents, noise] = tf.split(tf.transpose(layers, [0, 2, 1, 3]), 2, 2);
    return { sample: bodyStep(model, upload(parameters), { state, latents, noise }).sample };
  };
}
