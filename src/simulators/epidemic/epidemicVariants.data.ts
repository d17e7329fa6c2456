import type { EpidemicBoxes, EpidemicMechanism } from "./epidemicSkeleton.js";

/** What a variant of the task fixes. */
export interface EpidemicConstants {
  readonly population: number;
  readonly mechanisms: readonly EpidemicMechanism[];
  readonly boxes: EpidemicBoxes;
}

// Project definition of the task epidemic (A2); times in days.
const small: EpidemicConstants = {
  population: 2000,
  mechanisms: ["SIR", "SEIR"],
  boxes: { R0: [1.5, 3], D: [4, 8], I0: [1, 10], rho: [0.2, 0.8], L: [2, 6] },
};
const large: EpidemicConstants = {
  population: 100_000,
  mechanisms: ["SIR", "SEIR", "SEIRS"],
  boxes: { R0: [1.3, 4], D: [2, 10], I0: [1, 30], rho: [0.05, 0.5], L: [1, 8], W: [20, 120] },
};

/** Constants by variant. */
export const EPIDEMIC_VARIANTS = { tight: small, stochastic: small, wide: large } as const;

/** Days of reports. */
export const EPIDEMIC_DAYS = 60;

/** k of the negative binomial reports. */
export const EPIDEMIC_DISPERSION = 10;

/** The fewest reports of an accepted stochastic outbreak. */
export const EPIDEMIC_LEAST_REPORTS = 30;
