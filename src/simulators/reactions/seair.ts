import { requireEpidemic } from "./epidemicOptions.js";
import type { ReactionNetwork } from "./reactionNetwork.js";
import { requireNonNegative } from "./requireNumber.js";
import type { SeirOptions } from "./seir.js";

/** Constants of `seair`. */
export interface SeairOptions extends SeirOptions {
  /** P, mean time in A, in days; positive and finite. */
  readonly presymptomaticDays: number;
  /** κ, infectiousness in A relative to I; finite and ≥ 0. */
  readonly relativeInfectiousness: number;
}

/**
 * The SEAIR epidemic: SEIR with a stage A between E and I, infectious and without symptoms, that every case passes.
 *
 * infection S → E with hazard β(κA + I)/N, β = R₀/(κP + D); infectiousness E → A with hazard 1/L; onset A → I with hazard
 * 1/P; recovery I → R with hazard 1/D; E = I₀ at the start
 *
 * @param options those of `seir`, presymptomaticDays and relativeInfectiousness
 * @returns the network, with events `infection`, `infectiousness`, `onset` (of symptoms) and `recovery`
 * @throws RangeError if a constant lies outside its domain
 * @source a presymptomatic stage in series as in Keeling & Rohani 2008, "Modeling Infectious Diseases in Humans and Animals"
 *   (staged compartments); β by its definition of R₀
 * @example seair({ population: 9, R0: 3, infectiousDays: 5, initial: 3, latentDays: 4, presymptomaticDays: 2, relativeInfectiousness: 0.5 }).reactions[0].rate // => 0.5
 */
export function seair(options: SeairOptions): ReactionNetwork {
  const { population, R0, infectiousDays, initial, latentDays, presymptomaticDays, relativeInfectiousness } = options;
  const S = requireEpidemic(options, { latentDays, presymptomaticDays });
  requireNonNegative("relativeInfectiousness", relativeInfectiousness);
  const beta = R0 / (relativeInfectiousness * presymptomaticDays + infectiousDays);
  const contacts = { A: relativeInfectiousness / population, I: 1 / population };
  return {
    id:
      `seair(population=${population}, R0=${R0}, infectiousDays=${infectiousDays}, initial=${initial}, latentDays=${latentDays}, ` +
      `presymptomaticDays=${presymptomaticDays}, relativeInfectiousness=${relativeInfectiousness})`,
    initial: { S, E: initial, A: 0, I: 0, R: 0 },
    reactions: [
      { name: "infection", source: "S", rate: beta, contacts, change: { S: -1, E: 1 } },
      { name: "infectiousness", source: "E", rate: 1 / latentDays, change: { E: -1, A: 1 } },
      { name: "onset", source: "A", rate: 1 / presymptomaticDays, change: { A: -1, I: 1 } },
      { name: "recovery", source: "I", rate: 1 / infectiousDays, change: { I: -1, R: 1 } },
    ],
  };
}
