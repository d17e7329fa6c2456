import { type AdamState, adamUpdate } from "../adam.js";
import { clipGradients } from "../clipGradients.js";
import type { HostTensors, Tensors } from "../hostTensor.js";
import { tf } from "../tf.js";
import type { Objective } from "../trainingStep.js";
import type { TensorFunction } from "./trace.js";

/** The name that all parameters have together. */
const ALL = "all";

/**
 * `trainingStep` with all parameters in one vector, and so their running means: Adam then takes a dozen operators
 * in all instead of a dozen for each parameter.
 *
 * The step is a function of `parameters`, `first`, `second` (vectors), `stepSize`, `keep` (scalars) and `input/NAME`;
 * it gives `next/parameters`, `next/first`, `next/second` and `loss`.
 *
 * @param objective the loss
 * @param layout the parameters in the order of the vector; only their shapes count
 * @param decays whether matrices decay; without it, `keep` is not looked at
 * @param gradientNorm as in `trainingStep`
 * @returns the step; number for number that of `trainingStep`, up to the order in which a length to clip is summed
 */
export function flatStep(objective: Objective, layout: HostTensors, decays: boolean, gradientNorm?: number): TensorFunction {
  const names = Object.keys(layout);
  const shapes = names.map((name) => [...layout[name].shape]);
  const sizes = shapes.map((shape) => tf.util.sizeFromShape(shape));
  const named = (tensors: readonly tf.Tensor[]): Tensors => Object.fromEntries(names.map((name, i) => [name, tensors[i]]));
  return (given) => {
    const inputs: Record<string, tf.Tensor> = {};
    for (const name of Object.keys(given)) if (name.startsWith("input/")) inputs[name.slice("input/".length)] = given[name];
    const parts = tf.split(given.parameters, sizes).map((part, i) => tf.reshape(part, shapes[i]));
    const { value, grads } = tf.valueAndGrads((...parameters: tf.Tensor[]) => objective(named(parameters), inputs))(parts);
    const whole = { [ALL]: tf.concat(grads.map((g) => tf.reshape(g, [-1]))) };
    const gradients = gradientNorm === undefined ? whole : clipGradients(whole, gradientNorm);
    const theta = decays ? tf.mul(given.parameters, keepOf(given.keep, shapes, sizes)) : given.parameters;
    const state: AdamState = { parameters: { [ALL]: theta }, first: { [ALL]: given.first }, second: { [ALL]: given.second } };
    // a vector does not decay in `adamUpdate`: theta has decayed already
    const next = adamUpdate(state, gradients, { stepSize: given.stepSize as tf.Scalar, keep: given.keep as tf.Scalar });
    return { "next/parameters": next.parameters[ALL], "next/first": next.first[ALL], "next/second": next.second[ALL], loss: value };
  };
}

/** κ for the elements of matrices, 1 for those of vectors and scalars. */
function keepOf(keep: tf.Tensor, shapes: readonly number[][], sizes: readonly number[]): tf.Tensor {
  const isMatrix = shapes.flatMap(({ length: rank }, i) => Array<boolean>(sizes[i]).fill(rank >= 2));
  return tf.where(tf.tensor1d(isMatrix, "bool"), tf.mul(keep, tf.ones([isMatrix.length])), tf.ones([isMatrix.length]));
}
