import { type EpidemicOptions, requireEpidemic } from "./epidemicOptions.js";
import type { ReactionNetwork } from "./reactionNetwork.js";

/**
 * The SIR epidemic: susceptible, infectious, recovered.
 *
 * infection S → I with hazard (R₀/D) I/N; recovery I → R with hazard 1/D; I = I₀ at the start
 *
 * @param options population, R0, infectiousDays and initial, see `EpidemicOptions`
 * @returns the network, with events `infection` and `recovery`
 * @throws RangeError if a constant lies outside its domain
 * @source Kermack & McKendrick 1927, "A contribution to the mathematical theory of epidemics"
 * @example sir({ population: 100, R0: 2, infectiousDays: 5, initial: 3 }).initial // => { S: 97, I: 3, R: 0 }
 */
export function sir(options: EpidemicOptions): ReactionNetwork {
  const { population, R0, infectiousDays, initial } = options;
  const S = requireEpidemic(options);
  return {
    id: `sir(population=${population}, R0=${R0}, infectiousDays=${infectiousDays}, initial=${initial})`,
    initial: { S, I: initial, R: 0 },
    reactions: [
      { name: "infection", source: "S", rate: R0 / infectiousDays, contacts: { I: 1 / population }, change: { S: -1, I: 1 } },
      { name: "recovery", source: "I", rate: 1 / infectiousDays, change: { I: -1, R: 1 } },
    ],
  };
}
