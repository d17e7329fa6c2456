import { type EpidemicOptions, requireEpidemic } from "./epidemicOptions.js";
import type { ReactionNetwork } from "./reactionNetwork.js";
import { sir } from "./sir.js";

/** Constants of `sirs`. */
export interface SirsOptions extends EpidemicOptions {
  /** W, mean time in R, in days; positive and finite. */
  readonly immuneDays: number;
}

/**
 * The SIRS epidemic: SIR whose immunity wanes.
 *
 * as `sir`, and waning R → S with hazard 1/W
 *
 * @param options those of `sir`, and immuneDays
 * @returns the network, with events `infection`, `recovery` and `waning`
 * @throws RangeError if a constant lies outside its domain
 * @source Keeling & Rohani 2008, "Modeling Infectious Diseases in Humans and Animals"
 * @example sirs({ population: 100, R0: 2, infectiousDays: 5, initial: 3, immuneDays: 40 }).reactions[2].rate // => 1 / 40
 */
export function sirs(options: SirsOptions): ReactionNetwork {
  const { immuneDays } = options;
  requireEpidemic(options, { immuneDays });
  const { id, initial, reactions } = sir(options);
  return {
    id: id.replace("sir(", "sirs(").replace(/\)$/, `, immuneDays=${immuneDays})`),
    initial,
    reactions: [...reactions, { name: "waning", source: "R", rate: 1 / immuneDays, change: { R: -1, S: 1 } }],
  };
}
