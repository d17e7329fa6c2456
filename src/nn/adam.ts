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

/** `AdamRates` on the backend. */
export type AdamRateTensors = { readonly [Rate in keyof AdamRates]: tf.Scalar };

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

/** What a schedule decides about one step; `adamUpdate` takes them as scalars. */
export interface AdamRates {
  /** Step size α_t, which carries both bias corrections, so that the update itself does not depend on t. */
  readonly stepSize: number;
  /** Share κ of every weight matrix that decay leaves. */
  readonly keep: number;
}

/**
 * The rates of step t.
 *
 * α_t = α √(1 − β₂ᵗ) / (1 − β₁ᵗ),  κ = 1 − α λ,  β₁ = 0.9, β₂ = 0.999
 *
 * @param learningRate α, positive
 * @param weightDecay λ ≥ 0 with α λ < 1
 * @param t number of the step, from 1
 * @returns α_t > 0 and κ in (0, 1]
 * @throws RangeError if α or λ is out of its domain
 * @source Kingma & Ba 2015, arXiv 1412.6980, end of section 2; Loshchilov & Hutter 2019, arXiv 1711.05101,
 *   algorithm 2
 * @example adamRates(1, 0.5, 1).keep // => 0.5
 */
export function adamRates(learningRate: number, weightDecay: number, t: number): AdamRates {
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`learning rate must be a finite number > 0, got ${learningRate}`);
  }
  if (!(weightDecay >= 0 && learningRate * weightDecay < 1)) {
    throw new RangeError(`weight decay must be in [0, 1 / learning rate), got ${weightDecay}`);
  }
  return {
    stepSize: (learningRate * Math.sqrt(1 - BETA2 ** t)) / (1 - BETA1 ** t),
    keep: 1 - learningRate * weightDecay,
  };
}

/**
 * One Adam update with decoupled weight decay, a pure function of tensors.
 *
 * m' = β₁ m + (1 − β₁) g,  v' = β₂ v + (1 − β₂) g²,  θ' = κ θ − α_t m' / (√v' + ε),  ε = 1e-8,
 * with κ for tensors of rank ≥ 2 and 1 for others, such as biases
 *
 * Without decay `tf.train.adam` computes the same, but hides m and v and holds α as a constant: a step with α as
 * an input can be traced once and replayed under any schedule.
 *
 * @param state θ, m, v; not disposed
 * @param gradients g, named and shaped as θ
 * @param rates α_t and κ of `adamRates`, as scalars
 * @returns θ', m', v'
 * @source Loshchilov & Hutter 2019, arXiv 1711.05101, algorithm 2
 */
export function adamUpdate(state: AdamState, gradients: Tensors, rates: AdamRateTensors): AdamState {
  return tf.tidy(() => {
    const constants = [BETA1, 1 - BETA1, BETA2, 1 - BETA2, EPSILON];
    const [keep1, take1, keep2, take2, epsilon] = constants.map((c) => tf.scalar(c));
    const next = { parameters: {}, first: {}, second: {} } as Record<keyof AdamState, Record<string, tf.Tensor>>;
    for (const [name, g] of Object.entries(gradients)) {
      const theta = state.parameters[name];
      const m = tf.add(tf.mul(state.first[name], keep1), tf.mul(g, take1));
      const v = tf.add(tf.mul(state.second[name], keep2), tf.mul(tf.square(g), take2));
      const move = tf.div(tf.mul(m, rates.stepSize), tf.add(tf.sqrt(v), epsilon));
      next.parameters[name] = tf.sub(theta.rank < 2 ? theta : tf.mul(theta, rates.keep), move);
      next.first[name] = m;
      next.second[name] = v;
    }
    return next;
  });
}
