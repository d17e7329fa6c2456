import type { Key } from "../random/key.js";

/**
 * A Markov chain that can be drawn from: x⁰ ~ p(x⁰), x^{t+1} ~ p(· | x^t).
 *
 * Laws that every kernel obeys (`test/contracts`): equal keys and states give equal states, nothing global is read or
 * written, and a state that was passed in is never changed.
 *
 * @typeParam S the state
 */
export interface TransitionKernel<S> {
  /** x⁰; equal keys give equal states. */
  init(key: Key): S;
  /** x^{t+1} ~ p(· | x^t); equal keys and states give equal states. */
  step(key: Key, state: S): S;
}

/**
 * The first observations of a Markov chain, its initial state among them.
 *
 * x⁰ = init(key · "init"), x^{t+1} = step(key · "step" · t, x^t): more observations leave the earlier ones as they are
 *
 * @param kernel the chain
 * @param key names the trajectory
 * @param observations T, an integer ≥ 1; there are T − 1 transitions
 * @returns x⁰, …, x^{T−1}, shape [T]
 * @throws RangeError if observations is not such an integer
 * @example trajectory({ init: () => 1, step: (_, x) => 2 * x }, Key.root(0), 4) // => [1, 2, 4, 8]
 */
export function trajectory<S>(kernel: TransitionKernel<S>, key: Key, observations: number): S[] {
  if (!(Number.isSafeInteger(observations) && observations >= 1)) {
    throw new RangeError(`observations must be an integer >= 1, got ${observations}`);
  }
  const states = [kernel.init(key.fold("init"))];
  for (let t = 0; t < observations - 1; t++) states.push(kernel.step(key.fold("step").fold(t), states[t]));
  return states;
}
