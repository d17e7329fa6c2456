import { type AdamRateTensors, type AdamState, adamUpdate } from "./adam.js";
import { clipGradients } from "./clipGradients.js";
import type { Tensors } from "./hostTensor.js";
import { tf } from "./tf.js";

/** Parameters and inputs (a batch, noise) → scalar loss, differentiable in the parameters; a pure function. */
export type Objective = (parameters: Tensors, inputs: Tensors) => tf.Scalar;

/**
 * One step of gradient descent with Adam: a pure function of state, inputs and rates, all of them tensors.
 *
 * Nothing else is read or written, so a recording backend can trace the step once and replay it.
 *
 * @param objective the loss; it must depend on every parameter
 * @param state parameters and their running means; not disposed
 * @param inputs what the loss needs beside them: data and noise
 * @param rates step size and decay of `adamRates`, as scalars
 * @param gradientNorm the length to which gradients are clipped; they are not if it is not given
 * @returns the next state, and the loss at the given one
 */
export function trainingStep(
  objective: Objective,
  state: AdamState,
  inputs: Tensors,
  rates: AdamRateTensors,
  gradientNorm?: number,
): { state: AdamState; loss: tf.Scalar } {
  const names = Object.keys(state.parameters);
  const named = (tensors: tf.Tensor[]): Tensors => Object.fromEntries(names.map((name, i) => [name, tensors[i]]));
  return tf.tidy(() => {
    const descend = tf.valueAndGrads((...parameters: tf.Tensor[]) => objective(named(parameters), inputs));
    const { value, grads } = descend(Object.values(state.parameters));
    const gradients = gradientNorm === undefined ? named(grads) : clipGradients(named(grads), gradientNorm);
    return { state: adamUpdate(state, gradients, rates), loss: value };
  });
}
