import type { TensorModel } from "../../../nn/engine/tensorModel.js";
import type { HostTensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { BODY } from "../../../simulators/particles/requireBodies.js";
import { requireParameters } from "../requireParameters.js";
import { requireTaken } from "../requireTaken.js";
import { bodySample, LAYERS } from "./bodyBatch.js";
import type { IncrementScales } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";

/**
 * A step of a model of bodies as a function of tensors, with everything in it, to be exported: its noise is an input.
 *
 * x' = advance(x, sample) as `bodyKernel` has it, all in single precision. Who rolls out far integrates the `increments` in
 * double precision instead, by the formula of `advanceBodies`
 *
 * @param model the model
 * @param parts its parameters, the scales of its increments, and the number n of bodies
 * @param rows B, steps at once, an integer ≥ 1: shapes of a graph are fixed
 * @returns `state` [B, n, 7] and standard normal `noise` [B, 4, n, 3], as a kernel draws it → `next` [B, n, 7] and
 *   `increments` [B, n, 2, 3] in the units of `bodyIncrements`
 * @throws RangeError if n or B is not an integer ≥ 1, the model does not take n bodies, or the parameters are not its own
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (generating a step)
 */
export function bodyTensorModel(
  model: BodyModel,
  { parameters, scales, bodies }: { readonly parameters: HostTensors; readonly scales: IncrementScales; readonly bodies: number },
  rows: number,
): TensorModel {
  for (const [name, count] of Object.entries({ bodies, rows })) {
    if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`${name} must be an integer >= 1, got ${count}`);
  }
  requireTaken(model, { bodies });
  requireParameters(model, parameters);
  const sample = bodySample(model, parameters);
  const { dt, velocity, position } = scales;
  return {
    inputs: { state: { shape: [rows, bodies, BODY], type: "float32" }, noise: { shape: [rows, LAYERS, bodies, 3], type: "float32" } },
    predict: ({ state, noise }) => {
      const increments = sample({ state, layers: noise }).sample;
      const [a, b] = tf.unstack(increments, 2);
      const [mass, x, v] = tf.split(state, [1, 3, 3], -1);
      const faster = tf.add(v, tf.mul(a, velocity));
      const further = tf.add(x, tf.add(tf.mul(tf.add(v, faster), 0.5 * dt), tf.mul(b, position)));
      return { next: tf.concat([mass, further, faster], -1), increments };
    },
  };
}
