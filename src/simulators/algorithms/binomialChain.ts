import { requirePositive } from "../reactions/requireNumber.js";
import type { StepOption } from "./eulerMap.js";
import { frozenHazards } from "./frozenHazards.js";
import type { ReactionAlgorithm } from "./reactionAlgorithm.js";
import { requireWholeCounts } from "./requireWholeCounts.js";

/**
 * The binomial chain: tau-leaping on a grid with binomial numbers of events, so that no count turns negative.
 *
 * n ~ Binomial(X_source, 1 − e^(−H dt)) individuals meet an event, and each is reaction r with probability h_r/H: the
 * multinomial law, drawn binomial by binomial, with all hazards from the old state. Its law tends to that of `gillespie`
 * as dt → 0, and equals it at any dt where hazards are constant and an event ends its individual.
 *
 * @param options the step
 * @returns the algorithm
 * @throws RangeError if the step is not positive and finite, and from `simulate` if it does not divide the interval, a
 *   count is not whole, or the network or schedule is ill-formed
 * @source Bretó, He, Ionides & King 2009, "Time series analysis via mechanistic models" (Euler-multinomial steps); Tian
 *   & Burrage 2004, "Binomial leap methods for simulating stochastic chemical kinetics"
 * @example binomialChain({ step: 0.25 }).id // => "binomial-chain(step=0.25)"
 */
export function binomialChain({ step }: StepOption): ReactionAlgorithm {
  requirePositive("step", step);
  return {
    id: `binomial-chain(step=${step})`,
    draws: true,
    simulate(stream, network, schedule) {
      requireWholeCounts(network);
      return frozenHazards(network, schedule, step, stream);
    },
  };
}
