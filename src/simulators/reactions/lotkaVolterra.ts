import type { ReactionNetwork } from "./reactionNetwork.js";
import { requireNonNegative } from "./requireNumber.js";

/** Constants of `lotkaVolterra`; all are finite and ≥ 0, rates per unit of time. */
export interface LotkaVolterraOptions {
  /** X₀, prey at the start. */
  readonly prey: number;
  /** Y₀, predators at the start. */
  readonly predators: number;
  /** b, births per prey. */
  readonly birth: number;
  /** c, meals per pair of prey and predator; each turns one prey into one predator. */
  readonly predation: number;
  /** d, deaths per predator. */
  readonly death: number;
}

/**
 * Predators and prey as a reaction network.
 *
 * birth X → 2X with propensity bX; predation X + Y → 2Y with propensity cXY; death Y → ∅ with propensity dY
 *
 * @param options counts and rates
 * @returns the network, with events `birth`, `predation` and `death`
 * @throws RangeError if a constant is negative or not finite
 * @source Gillespie 1977, "Exact stochastic simulation of coupled chemical reactions" (the Lotka reactions)
 * @example lotkaVolterra({ prey: 50, predators: 20, birth: 1, predation: 0.01, death: 0.6 }).initial // => { prey: 50, predators: 20 }
 */
export function lotkaVolterra(options: LotkaVolterraOptions): ReactionNetwork {
  for (const [name, value] of Object.entries(options)) requireNonNegative(name, value as number);
  const { prey, predators, birth, predation, death } = options;
  return {
    id: `lotka-volterra(prey=${prey}, predators=${predators}, birth=${birth}, predation=${predation}, death=${death})`,
    initial: { prey, predators },
    reactions: [
      { name: "birth", source: "prey", rate: birth, change: { prey: 1 } },
      { name: "predation", source: "prey", rate: predation, contacts: { predators: 1 }, change: { prey: -1, predators: 1 } },
      { name: "death", source: "predators", rate: death, change: { predators: -1 } },
    ],
  };
}
