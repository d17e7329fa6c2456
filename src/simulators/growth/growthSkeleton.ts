import type { BoxParameter } from "../mechanisms/boxParameter.js";
import type { Skeleton } from "../mechanisms/skeleton.js";
import { exponentialGrowth } from "./exponentialGrowth.js";
import { gompertzGrowth } from "./gompertzGrowth.js";
import { logisticGrowth } from "./logisticGrowth.js";
import { requireTime } from "./requireTime.js";
import { thetaLogisticGrowth } from "./thetaLogisticGrowth.js";

/** The growth laws by name. */
export type GrowthLaw = "exponential" | "logistic" | "Gompertz" | "theta-logistic";

const INITIAL: BoxParameter = { name: "N0", lower: 0.5, upper: 2 };
const RATE: BoxParameter = { name: "r", lower: 0.2, upper: 0.8 };
const GOMPERTZ_RATE: BoxParameter = { name: "r", lower: 0.05, upper: 0.4 };
const CAPACITY: BoxParameter = { name: "K", lower: 10, upper: 100 };
const SHAPE: BoxParameter = { name: "theta", lower: 0.25, upper: 4 };

/** Parameters of a law, and log f(t) in terms of them. */
interface Law {
  readonly parameters: readonly BoxParameter[];
  readonly logSize: (t: number, theta: ArrayLike<number>) => number;
}

const LAWS: Readonly<Record<GrowthLaw, Law>> = {
  exponential: { parameters: [INITIAL, RATE], logSize: (t, theta) => exponentialGrowth(t, theta[0], theta[1]) },
  logistic: { parameters: [INITIAL, RATE, CAPACITY], logSize: (t, theta) => logisticGrowth(t, theta[0], theta[1], theta[2]) },
  Gompertz: { parameters: [INITIAL, GOMPERTZ_RATE, CAPACITY], logSize: (t, theta) => gompertzGrowth(t, theta[0], theta[1], theta[2]) },
  "theta-logistic": {
    parameters: [INITIAL, RATE, CAPACITY, SHAPE],
    logSize: (t, theta) => thetaLogisticGrowth(t, theta[0], theta[1], theta[2], theta[3]),
  },
};

/**
 * A growth law as a mechanism: the log sizes at given times as a function of N₀, r, K and θ, as far as it has them.
 *
 * path_i = log f(t_i); N₀ ∈ [.5, 2], r ∈ [.2, .8] (Gompertz [.05, .4]), K ∈ [10, 100], θ ∈ [.25, 4], log-uniform
 *
 * @param law its name
 * @param times t, shape [m] with m ≥ 1, finite and ≥ 0
 * @returns the skeleton; `path` allocates nothing, and throws RangeError at a parameter that is not positive and finite
 * @throws RangeError if the law is unknown, there is no time, or a time is outside its domain
 * @source Project definition of the task growth (mechanism selection)
 * @example growthSkeleton("logistic", [0, 1]).parameters.map(({ name }) => name) // => ["N0", "r", "K"]
 */
export function growthSkeleton(law: GrowthLaw, times: readonly number[]): Skeleton {
  if (!Object.hasOwn(LAWS, law)) throw new RangeError(`law must be one of ${Object.keys(LAWS).join(", ")}, got ${law}`);
  if (times.length === 0) throw new RangeError("times must hold at least one time, got none");
  const at = Float64Array.from(times, requireTime);
  const { parameters, logSize } = LAWS[law];
  return {
    id: law,
    parameters,
    length: at.length,
    path(theta, out) {
      for (let i = 0; i < at.length; i++) out[i] = logSize(at[i], theta);
    },
  };
}
