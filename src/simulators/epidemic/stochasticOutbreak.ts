import type { Stream } from "../../random/stream.js";
import { binomialChain } from "../algorithms/binomialChain.js";
import { overDispersion } from "../observation/overDispersion.js";
import { seir } from "../reactions/seir.js";
import { sir } from "../reactions/sir.js";

/** Constants of a stochastic outbreak. */
export interface StochasticOutbreakOptions {
  readonly mechanism: "SIR" | "SEIR";
  /** N, how many people there are; a whole number ≥ 1. */
  readonly population: number;
  /** Days of reports, a whole number ≥ 1. */
  readonly days: number;
  /** k: reports are negative binomial with variance mean + mean²/k. */
  readonly dispersion: number;
}

const chain = binomialChain({ step: 0.25 });

/**
 * Reports of one outbreak in which every flow is binomial.
 *
 * x_d ~ NB(ρ c_d, k), c the daily infections (SIR) or onsets (SEIR) of `binomialChain({ step: 0.25 })` from round(I₀)
 * people infected
 *
 * @param stream source of randomness
 * @param options mechanism, population, days and dispersion
 * @param theta (R₀, D, I₀, ρ[, L]), as `epidemicSkeleton` reads it
 * @returns reports, shape [days], whole numbers ≥ 0
 * @throws RangeError if an option or a parameter lies outside its domain
 * @source Bretó, He, Ionides & King 2009, "Time series analysis via mechanistic models"
 */
export function stochasticOutbreak(stream: Stream, options: StochasticOutbreakOptions, theta: readonly number[]): number[] {
  const { mechanism, population, days, dispersion } = options;
  const [R0, infectiousDays, I0, reporting, latentDays] = theta;
  const constants = { population, R0, infectiousDays, initial: Math.round(I0) };
  const network = mechanism === "SIR" ? sir(constants) : seir({ ...constants, latentDays });
  const { events } = chain.simulate(stream, network, { intervals: days });
  const incidence = mechanism === "SIR" ? events.infection : events.onset;
  const expected = incidence.map((count) => reporting * count);
  return Array.from(overDispersion({ dispersion }).sample(stream, expected));
}
