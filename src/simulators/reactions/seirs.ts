import { requireEpidemic } from "./epidemicOptions.js";
import type { ReactionNetwork } from "./reactionNetwork.js";
import { seir, type SeirOptions } from "./seir.js";

/** Constants of `seirs`. */
export interface SeirsOptions extends SeirOptions {
  /** W, mean time in R, in days; positive and finite. */
  readonly immuneDays: number;
}

/**
 * The SEIRS epidemic: SEIR whose immunity wanes.
 *
 * as `seir`, and waning R → S with hazard 1/W
 *
 * @param options those of `seir`, and immuneDays
 * @returns the network, with events `infection`, `onset`, `recovery` and `waning`
 * @throws RangeError if a constant lies outside its domain
 * @source Keeling & Rohani 2008, "Modeling Infectious Diseases in Humans and Animals"
 * @example seirs({ population: 9, R0: 2, infectiousDays: 5, initial: 3, latentDays: 4, immuneDays: 40 }).reactions.length // => 4
 */
export function seirs(options: SeirsOptions): ReactionNetwork {
  const { immuneDays } = options;
  requireEpidemic(options, { immuneDays });
  const { id, initial, reactions } = seir(options);
  return {
    id: id.replace("seir(", "seirs(").replace(/\)$/, `, immuneDays=${immuneDays})`),
    initial,
    reactions: [...reactions, { name: "waning", source: "R", rate: 1 / immuneDays, change: { R: -1, S: 1 } }],
  };
}
