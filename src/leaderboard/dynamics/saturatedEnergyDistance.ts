import { energyDistance } from "../../statistics/twoSample/energyDistance.js";
import type { Metric } from "../metric.js";
import { requireCap } from "../requireCap.js";
import { askedFor } from "./askedFor.js";
import type { DynamicsPrediction, DynamicsQuestion, DynamicsTruth } from "./dynamicsPrediction.js";

/** How the distance is taken. */
export interface EnergyDistancePlace {
  /** One of the task's horizons. */
  readonly horizon: number;
  /** One positive finite number for each of the task's statistics, in its order. */
  readonly units: readonly number[];
  /** B, finite and > 0. */
  readonly cap: number;
}

/**
 * How far an ensemble is from the simulator's in all statistics at once, saturated at B; both have the same start.
 *
 * min(B, 2 E‖X − Y‖ − E‖X − X'‖ − E‖Y − Y'‖) of the two empirical laws, statistics in the units given; B where a rollout
 * was lost
 *
 * @param question what the task asks
 * @param place horizon, units and B
 * @returns the metric `energy-distance-<horizon>`, in [0, B]
 * @throws RangeError if the task does not ask for that, or a number leaves its domain
 * @source Székely & Rizzo 2013, "Energy statistics: a class of statistics based on distances"
 */
export function saturatedEnergyDistance(question: DynamicsQuestion, { horizon, units, cap }: EnergyDistancePlace): Metric<DynamicsPrediction, DynamicsTruth> {
  const { statistics } = question;
  const { h, ahead } = askedFor(question, statistics[0], horizon);
  if (units.length !== statistics.length || !units.every((unit) => unit > 0 && unit < Infinity)) {
    throw new RangeError(`units must be ${statistics.length} positive finite numbers, got [${units.join(", ")}]`);
  }
  const rows = (values: readonly (readonly number[])[]): number[][] => values[0].map((_, r) => values.map((row, s) => row[r] / units[s]));
  const isWhole = (values: readonly (readonly (number | null)[])[]): values is readonly (readonly number[])[] => !values[0].includes(null);
  return {
    id: `energy-distance-${horizon}`,
    title: `energy distance to the simulator in all statistics, ${ahead}, at most ${requireCap(cap)}`,
    direction: "lower",
    range: [0, cap],
    evaluate: ({ ensemble }, truth) => {
      const values = ensemble[h];
      // Rounding may take the distance of equal laws below 0.
      return isWhole(values) ? Math.min(cap, Math.max(0, energyDistance(rows(values), rows(truth.ensemble[h])))) : cap;
    },
  };
}
