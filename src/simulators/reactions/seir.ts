import { type EpidemicOptions, requireEpidemic } from "./epidemicOptions.js";
import type { ReactionNetwork } from "./reactionNetwork.js";

/** Constants of `seir`. */
export interface SeirOptions extends EpidemicOptions {
  /** L, mean time in E, in days; positive and finite. */
  readonly latentDays: number;
}

/**
 * The SEIR epidemic: SIR with a latent stage E, infected and not yet infectious.
 *
 * infection S → E with hazard (R₀/D) I/N; onset E → I with hazard 1/L; recovery I → R with hazard 1/D; E = I₀ at the start
 *
 * @param options those of `sir`, and latentDays
 * @returns the network, with events `infection`, `onset` and `recovery`
 * @throws RangeError if a constant lies outside its domain
 * @source Keeling & Rohani 2008, "Modeling Infectious Diseases in Humans and Animals"
 * @example seir({ population: 100, R0: 2, infectiousDays: 5, initial: 3, latentDays: 4 }).initial // => { S: 97, E: 3, I: 0, R: 0 }
 */
export function seir(options: SeirOptions): ReactionNetwork {
  const { population, R0, infectiousDays, initial, latentDays } = options;
  const S = requireEpidemic(options, { latentDays });
  return {
    id: `seir(population=${population}, R0=${R0}, infectiousDays=${infectiousDays}, initial=${initial}, latentDays=${latentDays})`,
    initial: { S, E: initial, I: 0, R: 0 },
    reactions: [
      { name: "infection", source: "S", rate: R0 / infectiousDays, contacts: { I: 1 / population }, change: { S: -1, E: 1 } },
      { name: "onset", source: "E", rate: 1 / latentDays, change: { E: -1, I: 1 } },
      { name: "recovery", source: "I", rate: 1 / infectiousDays, change: { I: -1, R: 1 } },
    ],
  };
}
