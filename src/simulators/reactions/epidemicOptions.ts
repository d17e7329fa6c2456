import { requireNonNegative, requirePositive } from "./requireNumber.js";

/** Constants that all compartment models share; times are in days. */
export interface EpidemicOptions {
  /** N, how many people there are, positive and finite. */
  readonly population: number;
  /** R₀, infections by one infectious person among susceptibles only; finite and ≥ 0. */
  readonly R0: number;
  /** D, mean time in I, positive and finite. */
  readonly infectiousDays: number;
  /** I₀, how many people start infected, in [0, population]: in I, or in E where the mechanism has it. */
  readonly initial: number;
}

/**
 * The constants of a compartment model, checked.
 *
 * N > 0, R₀ ≥ 0, 0 ≤ I₀ ≤ N, and every mean duration > 0
 *
 * @param options the shared constants
 * @param durations further mean durations by name, in days
 * @returns susceptibles at the start, N − I₀
 * @throws RangeError if a constant lies outside its domain
 */
export function requireEpidemic(options: EpidemicOptions, durations: Readonly<Record<string, number>> = {}): number {
  const { population, R0, infectiousDays, initial } = options;
  requirePositive("population", population);
  requireNonNegative("R0", R0);
  requirePositive("infectiousDays", infectiousDays);
  for (const [name, value] of Object.entries(durations)) requirePositive(name, value);
  if (!(initial >= 0 && initial <= population)) {
    throw new RangeError(`initial must lie in [0, population = ${population}], got ${initial}`);
  }
  return population - initial;
}
