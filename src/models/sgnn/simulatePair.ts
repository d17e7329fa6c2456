import type { Key } from "../../random/key.js";
import type { Simulator } from "../../simulators/simulator.js";

/**
 * One draw from a simulator's joint law: θ ~ prior, x ~ p(x | θ).
 *
 * Training pair i of an SGNN fitted with key k is `simulatePair(simulator, k.fold("pairs").fold(i))`, so that
 * predictions can be traced back to the simulations behind them.
 *
 * @param simulator the joint law
 * @param key names the pair: θ is drawn from `key.fold("theta")`, x from `key.fold("data")`
 * @returns θ and x
 */
export function simulatePair<Theta, X>(simulator: Simulator<Theta, X>, key: Key): { theta: Theta; x: X } {
  const theta = simulator.prior.sample(key.fold("theta"));
  return { theta, x: simulator.simulate(key.fold("data"), theta) };
}
