import type { DynamicsQuestion } from "./dynamicsPrediction.js";

/**
 * Where a statistic at a horizon is in an ensemble.
 *
 * @param question what the task asks
 * @param statistic one of its statistics
 * @param horizon one of its horizons
 * @returns the indices, and the horizon in words
 * @throws RangeError if the task does not ask for that
 * @example askedFor({ statistics: ["x"], horizons: [1, 10], rollouts: 2 }, "x", 10) // => { s: 0, h: 1, ahead: "10 observations ahead" }
 */
export function askedFor({ statistics, horizons }: DynamicsQuestion, statistic: string, horizon: number): { s: number; h: number; ahead: string } {
  const [s, h] = [statistics.indexOf(statistic), horizons.indexOf(horizon)];
  if (s < 0) throw new RangeError(`statistic must be one of ${statistics.join(", ")}, got ${statistic}`);
  if (h < 0) throw new RangeError(`horizon must be one of ${horizons.join(", ")}, got ${horizon}`);
  return { s, h, ahead: horizon === 1 ? "one observation ahead" : `${horizon} observations ahead` };
}
