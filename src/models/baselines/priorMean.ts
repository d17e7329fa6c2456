import type { Key } from "../../random/key.js";
import type { Distribution } from "../../simulators/distribution.js";
import type { PointEstimator } from "./pointEstimator.js";
import { requireSimulations, type SimulationOptions } from "./simulatedTargets.js";

/**
 * The mean of the target over the prior: of the rules that do not look at the data, the one of least squared error.
 *
 * (1/n) Σ_i T(θ_i), θ_i ~ p(θ)
 *
 * @param problem simulator, of which only identity and prior are used, and target
 * @param options how many draws, and their key
 * @returns the estimator, the same number for every x
 * @throws RangeError if the number of draws is outside its domain or a target is not finite
 * @source Lehmann & Casella 1998, "Theory of Point Estimation", 2nd edition (the mean minimises squared error)
 */
export function priorMean<Theta>(
  { simulator, target }: { readonly simulator: { readonly id: string; readonly prior: Distribution<Theta> }; readonly target: (theta: Theta) => number },
  { simulations, key }: SimulationOptions,
): PointEstimator<unknown> {
  requireSimulations(simulations);
  const draw = (k: Key): number => target(simulator.prior.sample(k.fold("theta")));
  let sum = 0;
  for (let i = 0; i < simulations; i++) sum += draw(key.fold(i));
  const mean = sum / simulations;
  if (!Number.isFinite(mean)) throw new RangeError(`target must be finite on the prior's support, got mean ${mean}`);
  return { id: `prior-mean(${simulator.id}, simulations=${simulations}, key=${String(key)})`, estimate: () => mean };
}
