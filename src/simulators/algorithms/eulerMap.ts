import { requirePositive } from "../reactions/requireNumber.js";
import { frozenHazards } from "./frozenHazards.js";
import type { ReactionAlgorithm } from "./reactionAlgorithm.js";

/** Options of the algorithms that walk in steps. */
export interface StepOption {
  /** dt, positive and finite, in the time unit of the rates; it divides the interval. */
  readonly step: number;
}

/**
 * The Euler map with exponential hazards: expected flows in steps of fixed length, all from the old state.
 *
 * flow_r = X_source (1 − e^(−H dt)) h_r/H, H = Σ of the hazards of that source; X ← X + Σ_r flow_r · change_r. Error of
 * order dt against `meanField`; flows never exceed what is there.
 *
 * @param options the step
 * @returns the algorithm; it draws nothing
 * @throws RangeError if the step is not positive and finite, and from `simulate` if it does not divide the interval or the
 *   network or schedule is ill-formed
 * @source the binomial chain of Bretó, He, Ionides & King 2009, "Time series analysis via mechanistic models", with
 *   each binomial replaced by its mean
 * @example eulerMap({ step: 0.25 }).id // => "euler-map(step=0.25)"
 */
export function eulerMap({ step }: StepOption): ReactionAlgorithm {
  requirePositive("step", step);
  return {
    id: `euler-map(step=${step})`,
    draws: false,
    simulate: (_, network, schedule) => frozenHazards(network, schedule, step),
  };
}
