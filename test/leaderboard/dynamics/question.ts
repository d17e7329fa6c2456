import type { DynamicsPrediction, DynamicsTruth } from "../../../src/leaderboard/dynamics/dynamicsPrediction.js";

/** Two statistics at two horizons, three rollouts. */
export const QUESTION = { statistics: ["x", "y"], horizons: [1, 10], rollouts: 3 };

/** The simulator's ensemble, shape [horizons][statistics][rollouts], and one more rollout. */
export const TRUTH: DynamicsTruth = {
  ensemble: [[[1, 2, 3], [10, 20, 30]], [[4, 5, 6], [40, 50, 60]]],
  observed: [[2, 20], [5, 50]],
};

/** The same ensemble, but for what is given. */
export const prediction = (change: Partial<DynamicsPrediction> = {}): DynamicsPrediction => ({ logLikelihood: 1, ensemble: TRUTH.ensemble, ...change });

/** An ensemble whose last rollout is lost after the first horizon. */
export const LOST_ONE: DynamicsPrediction["ensemble"] = [TRUTH.ensemble[0], [[4, 5, null], [40, 50, null]]];
