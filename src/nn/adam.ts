import type { Tensors } from "./hostTensor.js";
import { tf } from "./tf.js";

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Parameters with running means of their gradients and of the gradients' squares. */
export type AdamState = {
  readonly parameters: Tensors;
  readonly first: Tensors;
  readonly second: Tensors;
};

/**
 * The state before the first step: zero means.
 *
 * @param parameters name → tensor; the state owns them from now on
 * @returns a state to dispose with `tf.dispose`
 */
export function adamStart(parameters: Tensors): AdamState {
  const zeros = (): Tensors =>
    Object.fromEntries(Object.entries(parameters).map(([name, x]) => [name, tf.zerosLike(x)]));
  return { parameters, first: zeros(), second: zeros() };
}

/**
 * The step size α_t, which carries both bias corrections, so that the update itself does not depend on t.
 *
 * α_t = α √(1 − β₂ᵗ) / (1 − β₁ᵗ),  β₁ = 0.9, β₂ = 0.999
 *
 * @param learningRate α, positive
 * @param t number of this step, from 1
 * @returns α_t > 0
 * @throws RangeError if α is not a finite positive number
 * @source Kingma & Ba 2015, arXiv 1412.6980, end of section 2
 * @example adamStepSize(1, 1) // => Math.sqrt(1 - 0.999) / (1 - 0.9)
 */
export function adamStepSize(learningRate: number, t: number): number {
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`learning rate must be a finite number > 0, got ${learningRate}`);
  }
  return (learningRate * Math.sqrt(1 - BETA2 ** t)) / (1 - BETA1 ** t);
}

/**
 * One Adam update, a pure function of tensors.
 *
 * m' = β₁ m + (1 − β₁) g,  v' = β₂ v + (1 − β₂) g²,  θ' = θ − α_t m' / (√v' + ε),  ε = 1e-8
 *
 * `tf.train.adam` computes the same, but hides m and v and holds α as a constant: a step with α as an input can
 * be traced once and replayed under any schedule.
 *
 * @param state θ, m, v; not disposed
 * @param gradients g, named and shaped as θ
 * @param stepSize α_t of `adamStepSize`, a scalar
 * @returns θ', m', v'
 * @source Kingma & Ba 2015, arXiv 1412.6980, algorithm 1 in the form of the end of section 2
 */
export function adamUpdate(state: AdamState, gradients: Tensors, stepSize: tf.Scalar): AdamState {
  return tf.tidy(() => {
    const [keep1, take1, keep2, take2, epsilon] = [BETA1, 1 - BETA1, BETA2, 1 - BETA2, EPSILON].map((c) => tf.scalar(c));
    const next = { parameters: {}, first: {}, second: {} } as Record<keyof AdamState, Record<string, tf.Tensor>>;
    for (const [name, g] of Object.entries(gradients)) {
      const m = tf.add(tf.mul(state.first[name], keep1), tf.mul(g, take1));
      const v = tf.add(tf.mul(state.second[name], keep2), tf.mul(tf.square(g), take2));
      const move = tf.div(tf.mul(m, stepSize), tf.add(tf.sqrt(v), epsilon));
      next.parameters[name] = tf.sub(state.parameters[name], move);
      next.first[name] = m;
      next.second[name] = v;
    }
    return next;
  });
}
